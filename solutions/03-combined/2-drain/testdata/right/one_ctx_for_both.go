// A ctx derived from the caller's ends with it or when all have left, whichever
// comes first, and Drain waits for that alone. Which it was the caller's ctx tells.
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
	either, cancel := context.WithCancel(ctx)
	go func() {
		defer cancel()
		g.inside.Wait()
	}()
	<-either.Done()
	return ctx.Err() // nil, unless it has ended
}
