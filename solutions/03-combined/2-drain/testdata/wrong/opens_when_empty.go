// The gate opens again when the last one has left.
//
// Drain has done its work, somebody thought, and cleaned up. Whoever called it
// turns off the lights, and the next guest walks in.
//
// Fails: TestAClosedGateRefusesEverybody TestNobodyIsInsideOnceDrainHasReturned TestTheGateStaysClosedWhenDrainHasGivenUp
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
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return ErrDraining
	}
	g.inside.Add(1)
	g.mu.Unlock()
	defer g.inside.Done()
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
		g.mu.Lock()
		g.closed = false
		g.mu.Unlock()
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
