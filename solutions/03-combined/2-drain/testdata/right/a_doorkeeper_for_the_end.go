// From closing time on a doorkeeper has the count: Drain starts him with the number
// of those inside, and whoever leaves reports to him. He goes home with the last
// one, whether anybody waits for him or not.
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.Mutex
	inside int           // while the gate is open
	gone   chan struct{} // nil while the gate is open
	empty  chan struct{}
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
	if g.gone != nil {
		return false
	}
	g.inside++
	return true
}

func (g *Gate) leave() {
	g.mu.Lock()
	gone := g.gone
	if gone == nil {
		g.inside--
	}
	g.mu.Unlock()
	if gone != nil {
		gone <- struct{}{} // without the lock; the doorkeeper is never away for long
	}
}

func (g *Gate) Drain(ctx context.Context) error {
	select {
	case <-g.shut():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *Gate) shut() <-chan struct{} {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.gone == nil {
		g.gone, g.empty = make(chan struct{}), make(chan struct{})
		go doorkeeper(g.inside, g.gone, g.empty)
	}
	return g.empty
}

func doorkeeper(inside int, gone <-chan struct{}, empty chan<- struct{}) {
	for range inside {
		<-gone
	}
	close(empty)
}
