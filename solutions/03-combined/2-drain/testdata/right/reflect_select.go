// One reflect.Select over ctx and a channel for each one who is inside, again
// and again, with one case less each time somebody leaves.
package drain

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.Mutex
	closed bool
	inside []chan struct{}
}

func (g *Gate) Do(f func()) error {
	gone := make(chan struct{})
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return ErrDraining
	}
	g.inside = append(g.inside, gone)
	g.mu.Unlock()
	defer func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		at := slices.Index(g.inside, gone)
		g.inside = slices.Delete(g.inside, at, at+1)
		close(gone)
	}()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	cases := []reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ctx.Done())}}
	g.mu.Lock()
	g.closed = true
	for _, gone := range g.inside {
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(gone)})
	}
	g.mu.Unlock()
	for len(cases) > 1 {
		chosen, _, _ := reflect.Select(cases)
		if chosen == 0 {
			return ctx.Err()
		}
		cases = slices.Delete(cases, chosen, chosen+1)
	}
	return nil
}
