// A goroutine waits for the end of ctx, and for nothing else.
//
// Cond.Wait knows no ctx, so somebody has to call when it ends. But when all have
// left, nobody tells him that he may go home. With context.Background, whose end
// never comes, each call of Drain leaves one goroutine for the rest of the
// program. context.AfterFunc, and its stop, is the shorter way.
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
	go func() {
		<-ctx.Done()
		g.mu.Lock()
		defer g.mu.Unlock()
		g.changed.Broadcast()
	}()
	for g.inside > 0 && ctx.Err() == nil {
		g.changed.Wait()
	}
	if g.inside > 0 {
		return ctx.Err()
	}
	return nil
}
