// The function for the end of ctx is registered, and never taken back.
//
// context.AfterFunc returns a stop, and it is easily overlooked. Without it ctx
// keeps the function, and the gate with it, as long as ctx lives, and a context
// of a type that package context does not know costs a goroutine, too.
//
// Fails: TestNobodyWaitsForACtxOnceAllHaveLeft
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu      sync.Mutex
	changed sync.Cond // L is mu, once somebody waits
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
		g.inside--
		g.mu.Unlock()
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
	context.AfterFunc(ctx, func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.changed.Broadcast()
	})
	for g.inside > 0 && ctx.Err() == nil {
		g.changed.Wait()
	}
	if g.inside > 0 {
		return ctx.Err()
	}
	return nil
}
