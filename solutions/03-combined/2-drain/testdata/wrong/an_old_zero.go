// Whoever makes the count zero looks at the gate afterwards.
//
// Ada leaves, the count is zero, and the gate is open. Before she looks at it
// Ben comes in, and the gate is closed. Now she looks: it is closed, and the
// count was zero. Drain is told that all are out, and Ben is inside. What was
// read before closing time has to be read again.
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
	defer g.leave()
	if g.closed.Load() {
		return ErrDraining
	}
	f()
	return nil
}

func (g *Gate) leave() {
	if g.here.Add(-1) == 0 && g.closed.Load() {
		g.told.Do(func() { close(g.channel()) })
	}
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
