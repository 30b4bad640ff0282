// No lock: Do counts itself first and looks at the gate afterwards, Drain closes
// the gate first and looks at the count afterwards. Whichever order they run in,
// one of the two sees the other. Whoever makes the count zero behind a closed
// gate says so; a call that is refused counts for a moment, too.
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
	make   sync.Once
	empty  chan struct{}
	tell   sync.Once
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
		g.tell.Do(func() { close(g.channel()) })
	}
}

func (g *Gate) channel() chan struct{} {
	g.make.Do(func() { g.empty = make(chan struct{}) })
	return g.empty
}

func (g *Gate) Drain(ctx context.Context) error {
	g.closed.Store(true)
	if g.here.Load() == 0 {
		g.tell.Do(func() { close(g.channel()) })
	}
	select {
	case <-g.channel():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
