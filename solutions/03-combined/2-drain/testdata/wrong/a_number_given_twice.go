// Whoever waits is known by a number, and the number is how many wait already.
//
// When somebody has given up, the next one who comes gets a number that is still
// in use, and takes the place of the one who has it. Count those who came, not
// those who are there.
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
	waits  map[int]chan struct{}
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
		for _, empty := range g.waits {
			close(empty)
		}
	}
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	g.closed = true
	if g.inside == 0 {
		g.mu.Unlock()
		return nil
	}
	if g.waits == nil {
		g.waits = make(map[int]chan struct{})
	}
	empty, number := make(chan struct{}), len(g.waits)
	g.waits[number] = empty
	g.mu.Unlock()
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		g.mu.Lock()
		defer g.mu.Unlock()
		delete(g.waits, number)
		return ctx.Err()
	}
}
