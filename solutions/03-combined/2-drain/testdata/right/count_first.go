// No lock: Do counts itself first and looks at the gate afterwards, Drain closes
// the gate first and looks at the count afterwards. Whichever order they run in,
// one of the two sees the other. Whoever leaves looks again, in that order too: a
// zero from before closing time says nothing.
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
	g.closed.Store(true)
	g.look()
	select {
	case <-g.channel():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
