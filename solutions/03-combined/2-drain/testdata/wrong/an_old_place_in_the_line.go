// Whoever gives up takes out of the line whoever stands at his old place.
//
// He remembers where he stood when he came. When somebody before him has given
// up, all others have moved up by one, and it is the next one whom he takes out.
// That one is never told that all have left. Look yourself up by what you are,
// not by where you were.
//
// Fails: TestSeveralCanDrainAtOnce
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
	empty, at := make(chan struct{}), len(g.line)
	g.line = append(g.line, empty)
	g.mu.Unlock()
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		g.mu.Lock()
		defer g.mu.Unlock()
		if at < len(g.line) {
			g.line = slices.Delete(g.line, at, at+1)
		}
		return ctx.Err()
	}
}
