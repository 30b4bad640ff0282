// Leaving stands in two places: after f, and in a deferred function that sees
// whether f got that far, recovers a panic, and panics with it again. After Goexit
// there is nothing to recover, and the function still leaves.
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
	inside int
	wait   []context.CancelFunc
}

func (g *Gate) Do(f func()) error {
	g.mu.Lock()
	closed := g.closed
	if !closed {
		g.inside++
	}
	g.mu.Unlock()
	if closed {
		return ErrDraining
	}
	returned := false
	defer func() {
		if !returned {
			p := recover()
			g.leave()
			if p != nil {
				panic(p)
			}
		}
	}()
	f()
	returned = true
	g.leave()
	return nil
}

func (g *Gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.inside--; g.inside == 0 {
		for _, tell := range g.wait {
			tell()
		}
	}
}

func (g *Gate) Drain(ctx context.Context) error {
	empty, tell := context.WithCancel(context.Background())
	g.mu.Lock()
	g.closed = true
	g.wait = append(g.wait, tell)
	if g.inside == 0 {
		tell()
	}
	g.mu.Unlock()
	select {
	case <-empty.Done():
		return nil
	case <-ctx.Done():
		tell()
		return ctx.Err()
	}
}
