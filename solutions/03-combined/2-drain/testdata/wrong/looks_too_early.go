// Whoever leaves looks first whether somebody is inside, and counts himself out
// afterwards.
//
// Of course somebody is: he himself. Then he goes, and tells nobody.
//
// Fails: TestACallInsideAnotherIsRefusedToo TestAGuestWhoCallsGoexitHasLeft TestAGuestWhoPanicsHasLeft TestARefusalChangesNothing TestDrainCanBeCalledAgain TestDrainMissesNobodyWhoLeaves TestDrainWaitsForTheLastOne TestNobodyIsInsideOnceDrainHasReturned TestNobodyWaitsForACtxOnceAllHaveLeft TestSeveralCanDrainAtOnce
package drain

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	here   atomic.Int64
	closed atomic.Bool
	made   sync.Once
	empty  chan struct{}
	told   sync.Once
}

func (g *Gate) Do(f func()) error {
	g.here.Add(1)
	defer g.leave()
	if g.closed.Load() {
		return ErrDraining
	}
	f()
	return nil
}

func (g *Gate) leave() {
	g.look()
	g.here.Add(-1)
}

func (g *Gate) look() {
	if g.closed.Load() && g.here.Load() == 0 {
		g.told.Do(func() { close(g.channel()) })
	}
}

func (g *Gate) channel() chan struct{} {
	g.made.Do(func() { g.empty = make(chan struct{}) })
	return g.empty
}

func (g *Gate) Drain(ctx context.Context) error {
	g.closed.Store(true)
	g.look()
	select {
	case <-g.channel():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
