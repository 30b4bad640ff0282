// The state is a value that nobody ever changes. Whoever wants another state
// makes a new one and swaps the pointer, if nobody was faster; a nil pointer is
// the open and empty gate.
package drain

import (
	"context"
	"errors"
	"sync/atomic"
)

var ErrDraining = errors.New("the gate is closed")

type state struct {
	inside int
	empty  chan struct{} // nil while the gate is open
}

type Gate struct{ now atomic.Pointer[state] }

// change replaces the state by what next makes of it, and returns the new one.
func (g *Gate) change(next func(s state) state) state {
	for {
		old, s := g.now.Load(), state{}
		if old != nil {
			s = *old
		}
		s = next(s)
		if g.now.CompareAndSwap(old, &s) {
			return s
		}
	}
}

func (g *Gate) Do(f func()) error {
	in := false
	g.change(func(s state) state {
		if in = s.empty == nil; in {
			s.inside++
		}
		return s
	})
	if !in {
		return ErrDraining
	}
	defer func() {
		s := g.change(func(s state) state { s.inside--; return s })
		if s.inside == 0 && s.empty != nil {
			close(s.empty)
		}
	}()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	first := false
	s := g.change(func(s state) state {
		if first = s.empty == nil; first {
			s.empty = make(chan struct{})
		}
		return s
	})
	if first && s.inside == 0 {
		close(s.empty)
	}
	select {
	case <-s.empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
