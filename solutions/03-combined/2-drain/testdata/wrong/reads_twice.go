// The count is taken down by one read and one write.
//
// Each of the two is atomic, and together they are not: somebody else leaves in
// between, and is counted in again. A compare-and-swap, or Add, does both in one
// step.
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
		g.state.Store(n + 1)
		break
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
