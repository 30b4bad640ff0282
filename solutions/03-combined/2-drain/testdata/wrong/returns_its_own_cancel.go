// Drain cancels a ctx of its own when all have left, and returns the error of
// that.
//
// A neat way to wait for two things at once: a derived ctx that the last guest
// cancels. Its error is never nil; what Drain should look at is the caller's
// ctx.
//
// Fails: TestACallInsideAnotherIsRefusedToo TestAGuestWhoCallsGoexitHasLeft TestAGuestWhoPanicsHasLeft TestARefusalChangesNothing TestDrainCanBeCalledAgain TestDrainMissesNobodyWhoLeaves TestDrainReturnsAtOnceWhenNobodyIsInside TestDrainWaitsForTheLastOne TestNobodyIsInsideOnceDrainHasReturned TestNobodyWaitsForACtxOnceAllHaveLeft TestSeveralCanDrainAtOnce TestTwoGatesShareNothing
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
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		defer cancel()
		g.inside.Wait()
	}()
	<-ctx.Done()
	return ctx.Err()
}
