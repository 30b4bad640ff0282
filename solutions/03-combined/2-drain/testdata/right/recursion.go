// Each one who comes in knows who came in before: a linked list, which Drain
// walks by recursion, from the last one back to the first. Nobody is ever taken
// out of the list; who has left is waited for in no time.
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.Mutex
	closed bool
	last   *call
}

type call struct {
	before *call
	over   chan struct{}
}

func (g *Gate) Do(f func()) error {
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return ErrDraining
	}
	me := &call{g.last, make(chan struct{})}
	g.last = me
	g.mu.Unlock()
	defer close(me.over)
	f()
	return nil
}

func (c *call) wait(ctx context.Context) error {
	if c == nil {
		return nil
	}
	select {
	case <-c.over:
		return c.before.wait(ctx)
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	g.closed = true
	last := g.last
	g.mu.Unlock()
	return last.wait(ctx)
}
