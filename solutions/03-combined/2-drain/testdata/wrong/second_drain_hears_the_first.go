// A second Drain returns what the first one did.
//
// A sync.Once keeps the result, and with it the error of a ctx that is no
// concern of the second caller's. While the first one waits, the second waits
// for it and can't give up.
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
	inside int
	empty  chan struct{} // nil while the gate is open
	once   sync.Once
	result error
}

func (g *Gate) Do(f func()) error {
	if !g.enter() {
		return ErrDraining
	}
	defer g.leave()
	f()
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
	g.once.Do(func() {
		select {
		case <-g.shut():
		case <-ctx.Done():
			g.result = ctx.Err()
		}
	})
	return g.result
}
