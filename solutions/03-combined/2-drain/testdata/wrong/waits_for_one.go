// Drain waits for the one who came in last.
//
// Whoever came last need not be the last to leave. The walk through the list
// ends after one step.
//
// Fails: TestAGuestWhoCallsGoexitHasLeft TestAGuestWhoPanicsHasLeft TestDrainWaitsForTheLastOne TestNobodyIsInsideOnceDrainHasReturned
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
		return nil
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
