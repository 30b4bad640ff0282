// Drain looks whether somebody is inside, and closes the gate in a second step.
//
// Between the two the last one leaves, and tells nobody, because nobody waits
// yet. Drain makes its channel, and waits for somebody who has gone. This is
// called a lost wake-up.
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
	if g.inside == 0 && g.empty != nil {
		close(g.empty)
	}
}

func (g *Gate) shut() chan struct{} {
	g.mu.Lock()
	somebody := g.inside > 0
	g.mu.Unlock()
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.empty == nil {
		g.empty = make(chan struct{})
		if !somebody {
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
