// Package drain closes a gate at closing time: nobody gets in any more, and
// whoever is inside is waited for.
package drain

import (
	"context"
	"errors"
	"sync"
)

// ErrDraining is what a caller hears who comes after closing time.
var ErrDraining = errors.New("the gate is closed")

// A Gate is open at first, and closed for ever once Drain has been called. The
// zero value is an open gate. It is safe for concurrent use.
type Gate struct {
	mu     sync.Mutex
	inside int
	// empty is nil as long as the gate is open. Drain makes it, and it is
	// closed when nobody is inside any more. A channel, because many can wait
	// for it, and each of them for its ctx at the same time.
	empty chan struct{}
}

// Do calls f and returns nil, or, once Drain has been called, returns
// ErrDraining at once. However f ends, Drain no longer waits for it.
func (g *Gate) Do(f func()) error {
	if !g.enter() {
		return ErrDraining
	}
	defer g.leave()
	f() // without the lock: f may take an hour, or call Do
	return nil
}

// enter looks at the gate and counts in one step. Between the two Drain would
// find nobody inside.
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
		close(g.empty) // once: nobody can enter any more
	}
}

// Drain closes the gate and returns nil when every f that got in has ended, or
// ctx.Err() when ctx ends first. It can be called again, and by several at once.
func (g *Gate) Drain(ctx context.Context) error {
	select {
	case <-g.shut():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// shut closes the gate, and returns the channel that is closed when nobody is
// inside.
func (g *Gate) shut() <-chan struct{} {
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
