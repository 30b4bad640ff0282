// The gate is closed when everybody has left.
//
// First wait, then close: while Drain waits, guests still come in, and each of
// them makes it wait longer. And between the last one who leaves and the closing
// there is room for one more.
//
// Fails: race
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
	empty := make(chan struct{})
	go func() {
		g.inside.Wait()
		g.mu.Lock()
		g.closed = true
		g.mu.Unlock()
		close(empty)
	}()
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
