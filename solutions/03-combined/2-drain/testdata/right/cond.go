// A sync.Cond. Its Wait knows no ctx, so the end of ctx is one more event that
// is announced to all who wait, under the lock, or the announcement could come
// between the look at ctx and the wait.
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
	stop := context.AfterFunc(ctx, func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.changed.Broadcast()
	})
	defer stop()
	for g.inside > 0 && ctx.Err() == nil {
		g.changed.Wait()
	}
	if g.inside > 0 {
		return ctx.Err()
	}
	return nil
}
