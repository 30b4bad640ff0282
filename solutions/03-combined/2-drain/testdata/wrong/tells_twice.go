// Two may find that nobody is inside, and both close the channel.
//
// The last one who leaves and Drain itself see zero in the same moment. Closing
// a closed channel panics. A sync.Once lets one of them do it.
//
// Fails: TestAClosedGateRefusesEverybody TestDrainCanBeCalledAgain TestDrainMissesNobodyWhoLeaves TestNobodyIsInsideOnceDrainHasReturned TestTheGateStaysClosedWhenDrainHasGivenUp
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
	g.here.Add(-1)
	g.look()
}

func (g *Gate) look() {
	if g.closed.Load() && g.here.Load() == 0 {
		close(g.channel())
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
