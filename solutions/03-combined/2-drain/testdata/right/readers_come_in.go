// An RWMutex the other way round: those who come in are its readers, for the
// moment of the look and the Add, and do not wait for each other. Whoever closes
// the gate is its writer.
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.RWMutex
	closed bool
	inside sync.WaitGroup
}

func (g *Gate) Do(f func()) error {
	if !g.enter() {
		return ErrDraining
	}
	defer g.inside.Done()
	f()
	return nil
}

func (g *Gate) enter() bool {
	g.mu.RLock()
	defer g.mu.RUnlock()
	if !g.closed {
		g.inside.Add(1)
	}
	return !g.closed
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	g.closed = true
	g.mu.Unlock()
	result := make(chan error, 2) // room for both: nobody stays
	stop := context.AfterFunc(ctx, func() { result <- ctx.Err() })
	defer stop()
	go func() {
		g.inside.Wait()
		result <- nil
	}()
	return <-result
}
