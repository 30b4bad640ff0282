// The channel is made by a New that nobody calls.
//
// The zero value has no channel. Drain closes nil, which panics, or waits on
// nil, which never ends.
//
// Fails: TestACallInsideAnotherIsRefusedToo TestAClosedGateRefusesEverybody TestAGuestWhoCallsGoexitHasLeft TestAGuestWhoPanicsHasLeft TestARefusalChangesNothing TestDrainCanBeCalledAgain TestDrainGivesUpWhenItsCtxEnds TestDrainMissesNobodyWhoLeaves TestDrainReturnsAtOnceWhenNobodyIsInside TestDrainSleepsUntilTheLastOneLeaves TestDrainWaitsForTheLastOne TestNobodyIsInsideOnceDrainHasReturned TestNobodyWaitsForACtxOnceAllHaveLeft TestSeveralCanDrainAtOnce TestTheGateStaysClosedWhenDrainHasGivenUp TestTwoGatesShareNothing
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
	closed bool
	empty  chan struct{}
}

func New() *Gate { return &Gate{empty: make(chan struct{})} }

func (g *Gate) Do(f func()) error {
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return ErrDraining
	}
	g.inside++
	g.mu.Unlock()
	defer func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.inside--
		if g.inside == 0 && g.closed {
			close(g.empty)
		}
	}()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	if !g.closed {
		g.closed = true
		if g.inside == 0 {
			close(g.empty)
		}
	}
	g.mu.Unlock()
	select {
	case <-g.empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
