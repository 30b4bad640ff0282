// Whoever leaves counts himself out, and looks in a second step whether he was
// the last.
//
// Two leave at once: both count, and then both look, and both find zero. The
// channel is closed twice, which panics. Look in the same step in which you
// count.
//
// Fails: TestDrainMissesNobodyWhoLeaves TestNobodyIsInsideOnceDrainHasReturned
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
	g.mu.Unlock()
	g.mu.Lock()
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
