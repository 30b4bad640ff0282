// The counter is an int8.
//
// Nobody has more than a hundred guests, somebody thought. In eight bits the
// 128th makes it negative and the 256th makes it zero.
//
// Fails: TestDrainWaitsForTheLastOne
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.Mutex
	inside int8
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
