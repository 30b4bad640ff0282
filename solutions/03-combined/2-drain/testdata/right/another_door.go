// The gate is a function, and Drain puts another one in its place. Those who come
// later find the function that says no, in words of its own that wrap ErrDraining.
package drain

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

var tooLate = fmt.Errorf("come back tomorrow: %w", ErrDraining)

type Gate struct {
	mu     sync.Mutex
	door   func() error // with mu held; nil lets in
	inside sync.WaitGroup
}

func (g *Gate) Do(f func()) error {
	if err := g.enter(); err != nil {
		return err
	}
	defer g.inside.Done()
	f()
	return nil
}

func (g *Gate) enter() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.door != nil {
		return g.door()
	}
	g.inside.Add(1)
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	g.door = func() error { return tooLate }
	g.mu.Unlock()
	empty, cancel := context.WithCancel(ctx)
	go func() {
		defer cancel()
		g.inside.Wait()
	}()
	<-empty.Done()
	return ctx.Err() // nil when it was cancel
}
