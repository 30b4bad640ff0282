// Drain looks every ten milliseconds whether somebody is inside.
//
// Most of the time it looks too early, and in the end up to ten milliseconds too
// late. Whoever is the last to leave knows it, and can tell Drain.
//
// Fails: TestDrainSleepsUntilTheLastOneLeaves TestACallInsideAnotherIsRefusedToo TestAGuestWhoCallsGoexitHasLeft TestAGuestWhoPanicsHasLeft TestARefusalChangesNothing TestDrainCanBeCalledAgain TestDrainMissesNobodyWhoLeaves TestDrainWaitsForTheLastOne TestNobodyIsInsideOnceDrainHasReturned TestNobodyWaitsForACtxOnceAllHaveLeft TestSeveralCanDrainAtOnce
package drain

import (
	"context"
	"errors"
	"sync"
	"time"
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
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.empty == nil {
		g.empty = make(chan struct{})
		if g.inside == 0 {
			close(g.empty)
		}
	}
	return g.empty
}

func (g *Gate) Drain(ctx context.Context) error {
	empty := g.shut()
	for {
		select {
		case <-empty:
			return nil
		default:
		}
		select {
		case <-time.After(10 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
