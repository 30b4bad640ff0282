// The sign that the gate is closed belongs to the package.
//
// One gate is closed, and all the others are closed too.
//
// Fails: TestACallInsideAnotherIsRefusedToo TestAGuestWhoCallsGoexitHasLeft TestAGuestWhoPanicsHasLeft TestARefusalChangesNothing TestDrainCanBeCalledAgain TestDrainGivesUpWhenItsCtxEnds TestDrainWaitsForTheLastOne TestNobodyIsRefusedAtAnOpenGate TestSeveralCanDrainAtOnce TestTheGateStaysClosedWhenDrainHasGivenUp TestTwoGatesShareNothing
package drain

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

var ErrDraining = errors.New("the gate is closed")

var closed atomic.Bool

type Gate struct {
	mu     sync.Mutex
	inside sync.WaitGroup
}

func (g *Gate) Do(f func()) error {
	g.mu.Lock()
	if closed.Load() {
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
	closed.Store(true)
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
