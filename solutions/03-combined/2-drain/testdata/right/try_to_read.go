// Whoever is inside reads an RWMutex, and Drain is the writer who never unlocks.
// TryRLock fails as soon as a writer waits, so the lock itself is the gate. Drain
// must not return before the writer stands in line, and looks until it does.
package drain

import (
	"context"
	"errors"
	"runtime"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu    sync.RWMutex
	once  sync.Once
	empty chan struct{}
}

func (g *Gate) Do(f func()) error {
	if !g.mu.TryRLock() {
		return ErrDraining
	}
	defer g.mu.RUnlock()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.once.Do(func() {
		g.empty = make(chan struct{})
		go func() {
			g.mu.Lock()
			close(g.empty)
		}()
		for g.mu.TryRLock() {
			g.mu.RUnlock()
			runtime.Gosched()
		}
	})
	select {
	case <-g.empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
