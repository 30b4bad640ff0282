// The mutex is held while f runs.
//
// One guest at a time, and everybody else stands at the lock: those who should
// be let in, those who should be refused, and Drain itself. An f that calls Do
// waits for itself.
//
// Fails: TestACallInsideACallIsLetIn TestACallInsideAnotherIsRefusedToo TestAClosedGateRefusesEverybody TestAnOpenGateLetsEverybodyIn TestDrainGivesUpWhenItsCtxEnds TestDrainWaitsForTheLastOne TestNobodyIsInsideOnceDrainHasReturned TestTheGateStaysClosedWhenDrainHasGivenUp TestTwoGatesShareNothing
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
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.empty != nil {
		return ErrDraining
	}
	g.inside++
	defer g.leave()
	f()
	return nil
}

func (g *Gate) leave() {
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
	select {
	case <-g.shut():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
