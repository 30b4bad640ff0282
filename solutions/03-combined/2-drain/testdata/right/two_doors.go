// Two gates instead of one, so that those who come in seldom meet at a lock,
// each with a count of its own. Drain closes one after the other and then waits
// for one after the other. While it is about the first, the second is still open:
// who comes in there has come in the moment of Drain, and is waited for.
package drain

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	next  atomic.Uint32
	doors [2]door
}

type door struct {
	mu     sync.Mutex
	inside int
	empty  chan struct{}
}

func (g *Gate) Do(f func()) error {
	d := &g.doors[g.next.Add(1)%2]
	d.mu.Lock()
	if d.empty != nil {
		d.mu.Unlock()
		return ErrDraining
	}
	d.inside++
	d.mu.Unlock()
	defer d.leave()
	f()
	return nil
}

func (d *door) leave() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.inside--; d.inside == 0 && d.empty != nil {
		close(d.empty)
	}
}

func (d *door) shut() chan struct{} {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.empty == nil {
		d.empty = make(chan struct{})
		if d.inside == 0 {
			close(d.empty)
		}
	}
	return d.empty
}

func (g *Gate) Drain(ctx context.Context) error {
	for i := range g.doors {
		g.doors[i].shut()
	}
	for i := range g.doors {
		select {
		case <-g.doors[i].shut():
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
