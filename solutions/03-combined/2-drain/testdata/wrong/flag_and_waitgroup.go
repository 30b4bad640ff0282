// An atomic flag, and a WaitGroup beside it.
//
// Each of the two is safe by itself, and together they are not: whoever has seen
// the open gate adds himself to the WaitGroup after Wait has returned. What
// belongs together needs one lock.
//
// Fails: TestNobodyIsInsideOnceDrainHasReturned
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
	if g.closed.Load() {
		return ErrDraining
	}
	g.inside.Add(1)
	defer g.inside.Done()
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
