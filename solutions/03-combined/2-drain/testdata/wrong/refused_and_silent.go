// Whoever is refused takes himself out of the count and tells nobody.
//
// He was counted for a moment, and in that moment the last guest left and did
// not find zero. Now it is zero, and nobody says so. Whoever makes the count
// zero has to look, the refused as well.
//
// Fails: TestNobodyIsInsideOnceDrainHasReturned
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
	if g.closed.Load() {
		g.here.Add(-1)
		return ErrDraining
	}
	defer g.leave()
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
	g.closed.Store(true)
	g.look()
	select {
	case <-g.channel():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
