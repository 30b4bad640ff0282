// f runs in another goroutine, with every way out carried over.
//
// Panic and Goexit are done again in the caller's goroutine, with care. The
// stack of f still does not say who called: a crash shows half of the story.
//
// Fails: TestTheFunctionRunsInTheCallersGoroutine
package drain

import (
	"context"
	"errors"
	"runtime"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.Mutex
	inside int
	empty  chan struct{} // nil while the gate is open
}

func (g *Gate) Do(f func()) error {
	if !g.enter() {
		return ErrDraining
	}
	defer g.leave()
	returned, over := false, make(chan any)
	go func() {
		defer func() { over <- recover() }()
		f()
		returned = true
	}()
	p := <-over
	if p != nil {
		panic(p)
	}
	if !returned {
		runtime.Goexit()
	}
	return nil
}

func (g *Gate) enter() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.empty != nil {
		return false
	}
	g.inside++
	return true
}

func (g *Gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.inside--
	if g.inside == 0 && g.empty != nil {
		close(g.empty)
	}
}

func (g *Gate) shut() chan struct{} {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.empty == nil {
		g.empty = make(chan struct{})
		if g.inside == 0 {
			close(g.empty)
		}
	}
	return g.empty
}

func (g *Gate) Drain(ctx context.Context) error {
	select {
	case <-g.shut():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
