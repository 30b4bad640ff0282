// The gate and the count share one number: whoever is inside counts one, and a
// closed gate is a large negative number added to it, as in sync.RWMutex. A
// compare-and-swap looks and counts in one step.
package drain

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

var ErrDraining = errors.New("the gate is closed")

const closed = -1 << 62

type Gate struct {
	state atomic.Int64
	once  sync.Once
	empty chan struct{}
}

func (g *Gate) Do(f func()) error {
	for {
		n := g.state.Load()
		if n < 0 {
			return ErrDraining
		}
		if g.state.CompareAndSwap(n, n+1) {
			break
		}
	}
	defer func() {
		if g.state.Add(-1) == closed {
			close(g.empty)
		}
	}()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.once.Do(func() {
		g.empty = make(chan struct{})
		if g.state.Add(closed) == closed {
			close(g.empty)
		}
	})
	select {
	case <-g.empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
