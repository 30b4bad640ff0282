// Whoever leaves looks first whether he is the last, and takes himself out of
// the count then.
//
// Two leave at once: both look, and neither is the last. Then both go, and
// nobody tells Drain.
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
		last := g.state.Load() == closed+1
		g.state.Add(-1)
		if last {
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
