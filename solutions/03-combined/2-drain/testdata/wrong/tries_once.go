// A guest who finds somebody else at the gate is refused.
//
// A compare-and-swap that fails says that the number has changed, not that the
// gate is closed. Look again.
//
// Fails: TestNobodyIsRefusedAtAnOpenGate
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
	n := g.state.Load()
	if n < 0 || !g.state.CompareAndSwap(n, n+1) {
		return ErrDraining
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
