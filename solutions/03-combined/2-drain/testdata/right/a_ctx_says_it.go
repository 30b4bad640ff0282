// A context of the gate's own says that all have left: to close a channel twice is
// a panic, to cancel twice is not, so Drain and the last guest may both do it.
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	once   sync.Once
	all    context.Context
	out    context.CancelFunc // all have left
	mu     sync.Mutex
	inside int
	closed bool
}

func (g *Gate) init() {
	g.once.Do(func() { g.all, g.out = context.WithCancel(context.Background()) })
}

func (g *Gate) Do(f func()) error {
	g.init()
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
			g.out()
		}
	}()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.init()
	g.mu.Lock()
	g.closed = true
	if g.inside == 0 {
		g.out()
	}
	g.mu.Unlock()
	select {
	case <-g.all.Done():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
