// Drain waits for the guests, and never looks at its ctx.
//
// Wait of a WaitGroup can't be interrupted. One guest who never leaves, and the
// program never ends. Wait in a goroutine of its own, and select between its end
// and ctx.Done().
//
// Fails: TestDrainGivesUpWhenItsCtxEnds TestTheGateStaysClosedWhenDrainHasGivenUp
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
	inside sync.WaitGroup
}

func (g *Gate) Do(f func()) error {
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return ErrDraining
	}
	g.inside.Add(1)
	g.mu.Unlock()
	defer g.inside.Done()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	g.closed = true
	g.mu.Unlock()
	g.inside.Wait()
	return nil
}
