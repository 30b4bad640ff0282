// Drain closes the gate first and makes the channel afterwards.
//
// In between the last one leaves, and closes a channel that does not exist yet.
// What others look for must be there before they are told to look.
//
// Fails: race
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
		n := g.state.Add(closed)
		g.empty = make(chan struct{})
		if n == closed {
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
