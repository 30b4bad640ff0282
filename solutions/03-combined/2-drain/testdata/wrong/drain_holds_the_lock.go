// Drain holds the lock while it waits.
//
// The guests need the lock to leave, so nobody can, and Drain waits for them for
// ever. Let go of what others need before you wait for them.
//
// Fails: TestACallInsideAnotherIsRefusedToo TestAClosedGateRefusesEverybody TestAGuestWhoCallsGoexitHasLeft TestAGuestWhoPanicsHasLeft TestARefusalChangesNothing TestDrainCanBeCalledAgain TestDrainGivesUpWhenItsCtxEnds TestDrainMissesNobodyWhoLeaves TestDrainWaitsForTheLastOne TestNobodyIsInsideOnceDrainHasReturned TestNobodyWaitsForACtxOnceAllHaveLeft TestSeveralCanDrainAtOnce
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.Mutex
	inside int
	empty  chan struct{} // nil while the gate is open
}

func (g *Gate) Do(f func()) error {
	if !g.enter() {
		return ErrDraining
	}
	defer g.leave()
	f()
	return nil
}

func (g *Gate) enter() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.empty != nil {
		return false
	}
	g.inside++
	return true
}

func (g *Gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.inside--
	if g.inside == 0 && g.empty != nil {
		close(g.empty)
	}
}

func (g *Gate) shut() chan struct{} {
	if g.empty == nil {
		g.empty = make(chan struct{})
		if g.inside == 0 {
			close(g.empty)
		}
	}
	return g.empty
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	select {
	case <-g.shut():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
