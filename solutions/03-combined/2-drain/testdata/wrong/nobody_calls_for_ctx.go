// Nobody wakes Drain when its ctx ends.
//
// It looks at ctx each time it is woken, and only guests who leave wake it. When
// none of them does, it waits on.
//
// Fails: TestDrainGivesUpWhenItsCtxEnds
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu      sync.Mutex
	changed sync.Cond
	inside  int
	closed  bool
}

func (g *Gate) Do(f func()) error {
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
		g.changed.Broadcast()
	}()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
	g.changed.L = &g.mu
	for g.inside > 0 && ctx.Err() == nil {
		g.changed.Wait()
	}
	if g.inside > 0 {
		return ctx.Err()
	}
	return nil
}
