// Whoever gives up tells all the others that everybody has left.
//
// The channel that says so is shared. One operator's ctx ends, he closes it so
// that nothing stays behind, and another one reads: all out.
//
// Fails: TestDrainCanBeCalledAgain TestDrainGivesUpWhenItsCtxEnds TestSeveralCanDrainAtOnce
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
	empty  chan struct{}
	once   sync.Once
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
	if !g.closed {
		g.closed = true
		g.empty = make(chan struct{})
	}
	g.mu.Unlock()
	tell := func() { g.once.Do(func() { close(g.empty) }) }
	go func() {
		g.inside.Wait()
		tell()
	}()
	select {
	case <-g.empty:
		return nil
	case <-ctx.Done():
		tell()
		return ctx.Err()
	}
}
