// Each Drain stands in a line with a channel of its own, and takes itself out when
// it gives up: it looks for its channel, for its place may have changed since.
package drain

import (
	"context"
	"errors"
	"slices"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.Mutex
	inside int
	closed bool
	line   []chan struct{} // one for each Drain that waits
}

func (g *Gate) Do(f func()) error {
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return ErrDraining
	}
	g.inside++
	g.mu.Unlock()
	defer g.leave()
	f()
	return nil
}

func (g *Gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.inside--
	if g.inside == 0 {
		for _, empty := range g.line {
			close(empty)
		}
		g.line = nil
	}
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	g.closed = true
	if g.inside == 0 {
		g.mu.Unlock()
		return nil
	}
	empty := make(chan struct{})
	g.line = append(g.line, empty)
	g.mu.Unlock()
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		g.mu.Lock()
		defer g.mu.Unlock()
		g.line = slices.DeleteFunc(g.line, func(c chan struct{}) bool { return c == empty })
		return ctx.Err()
	}
}
