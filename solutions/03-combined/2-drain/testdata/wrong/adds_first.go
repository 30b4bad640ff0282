// Add comes first, and then the look at the gate.
//
// That is right with a counter of one's own. A WaitGroup does not allow it:
// whoever is late adds to a count of zero while somebody is in Wait, or already
// past it, which is a misuse that the race detector reports and that can panic.
//
// Fails: race
package drain

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	closed atomic.Bool
	inside sync.WaitGroup
}

func (g *Gate) Do(f func()) error {
	g.inside.Add(1)
	defer g.inside.Done()
	if g.closed.Load() {
		return ErrDraining
	}
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.closed.Store(true)
	empty := make(chan struct{})
	go func() {
		g.inside.Wait()
		close(empty)
	}()
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
