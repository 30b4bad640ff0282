// Whoever is refused is taken out of the WaitGroup.
//
// The defer stands before the look at the gate. A Done without its Add makes the
// count negative, which panics, or lets Wait go while somebody is inside.
//
// Fails: TestACallInsideAnotherIsRefusedToo TestAClosedGateRefusesEverybody TestARefusalChangesNothing TestNobodyIsInsideOnceDrainHasReturned TestTheGateStaysClosedWhenDrainHasGivenUp
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.Mutex
	closed bool
	inside sync.WaitGroup
}

func (g *Gate) Do(f func()) error {
	defer g.inside.Done()
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return ErrDraining
	}
	g.inside.Add(1)
	g.mu.Unlock()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	g.closed = true
	g.mu.Unlock()
	empty := make(chan struct{})
	go func() {
		g.inside.Wait()
		close(empty)
	}()
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
