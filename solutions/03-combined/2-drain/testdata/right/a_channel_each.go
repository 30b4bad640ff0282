// No count at all: each one who is inside has a channel in a set, closed when
// he has left. Drain takes the set, which cannot grow any more, and waits for one
// after the other.
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
	inside map[chan struct{}]bool
}

func (g *Gate) Do(f func()) error {
	gone := make(chan struct{})
	if !g.enter(gone) {
		return ErrDraining
	}
	defer func() {
		g.mu.Lock()
		delete(g.inside, gone)
		g.mu.Unlock()
		close(gone)
	}()
	f()
	return nil
}

func (g *Gate) enter(gone chan struct{}) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		return false
	}
	if g.inside == nil {
		g.inside = make(map[chan struct{}]bool)
	}
	g.inside[gone] = true
	return true
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	g.closed = true
	var left []chan struct{}
	for gone := range g.inside {
		left = append(left, gone)
	}
	g.mu.Unlock()
	for _, gone := range left {
		select {
		case <-gone:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
