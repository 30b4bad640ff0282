// Whoever gives up is replaced by the last in the line, who is not told.
//
// So the line has no gap, and nobody else moves. But the one who moved believes
// that he stands where he stood. Somebody new comes to stand there, and is taken
// out when the one who moved gives up. The new one then waits for ever.
//
// Fails: TestSeveralCanDrainAtOnce
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
	empty, at := make(chan struct{}), len(g.line)
	g.line = append(g.line, empty)
	g.mu.Unlock()
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		g.mu.Lock()
		defer g.mu.Unlock()
		if last := len(g.line) - 1; at <= last {
			g.line[at] = g.line[last]
			g.line = g.line[:last]
		}
		return ctx.Err()
	}
}
