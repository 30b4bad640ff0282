// A derived ctx is cancelled when Drain gives up, and not when all have left.
//
// It is there so that all who work for Drain can be called back. On the good way
// out nobody needs that any more, it seems; but a descendant of a context of the
// caller's own type has a goroutine that waits until one of the two ends. defer
// cancel() stands on every way out.
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
	wait, cancel := context.WithCancel(ctx)
	empty := make(chan struct{})
	go func() {
		g.inside.Wait()
		close(empty)
	}()
	select {
	case <-empty:
		return nil
	case <-wait.Done():
		cancel()
		return ctx.Err()
	}
}
