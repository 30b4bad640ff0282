// There is no lock at all.
//
// Every ++ is a read and a write, and other goroutines come in between.
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
	closed bool
	inside sync.WaitGroup
}

func (g *Gate) Do(f func()) error {
	if g.closed {
		return ErrDraining
	}
	g.inside.Add(1)
	defer g.inside.Done()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.closed = true
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
