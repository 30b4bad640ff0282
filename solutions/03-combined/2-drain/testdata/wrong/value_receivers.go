// The methods have value receivers.
//
// Each call works on a copy of the gate, with a lock and a count of its own.
// What one call writes no other one reads. go vet says: passes lock by value.
//
// Fails: TestACallInsideAnotherIsRefusedToo TestAClosedGateRefusesEverybody TestAGuestWhoCallsGoexitHasLeft TestAGuestWhoPanicsHasLeft TestARefusalChangesNothing TestDrainCanBeCalledAgain TestDrainGivesUpWhenItsCtxEnds TestDrainWaitsForTheLastOne TestNobodyIsInsideOnceDrainHasReturned TestSeveralCanDrainAtOnce TestTheGateStaysClosedWhenDrainHasGivenUp
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

func (g Gate) Do(f func()) error {
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

func (g Gate) Drain(ctx context.Context) error {
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
