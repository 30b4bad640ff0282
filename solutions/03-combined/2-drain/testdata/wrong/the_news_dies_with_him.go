// The news goes from one who waits to the next, and one of them gives up.
//
// The last guest tells the first in the line, who tells the next. But when his ctx
// ends in the moment in which he is told, he looks at ctx only, and goes: those
// behind him wait for ever. Whoever gives up has to look whether the news has
// come, and pass it on.
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
	defer func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.inside--
		if g.inside == 0 {
			g.tell()
		}
	}()
	f()
	return nil
}

// tell tells the first in the line, if there is one. The caller has the lock.
func (g *Gate) tell() {
	if len(g.line) > 0 {
		close(g.line[0])
		g.line = g.line[1:]
	}
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	g.closed = true
	if g.inside == 0 {
		g.mu.Unlock()
		return nil
	}
	told := make(chan struct{})
	g.line = append(g.line, told)
	g.mu.Unlock()
	select {
	case <-told:
		g.mu.Lock()
		defer g.mu.Unlock()
		g.tell()
		return nil
	case <-ctx.Done():
		g.mu.Lock()
		defer g.mu.Unlock()
		g.line = slices.DeleteFunc(g.line, func(c chan struct{}) bool { return c == told })
		return ctx.Err()
	}
}
