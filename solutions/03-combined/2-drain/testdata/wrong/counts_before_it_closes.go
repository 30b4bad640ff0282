// Drain looks at the count first and closes the gate afterwards.
//
// Nobody is inside, says the count; a guest comes in; the gate is closed. Close
// first, then look.
//
// Fails: TestDrainMissesNobodyWhoLeaves TestNobodyIsInsideOnceDrainHasReturned
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
	g.here.Add(-1)
	g.look()
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
	nobody := g.here.Load() == 0
	g.closed.Store(true)
	if nobody {
		g.told.Do(func() { close(g.channel()) })
	}
	select {
	case <-g.channel():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
