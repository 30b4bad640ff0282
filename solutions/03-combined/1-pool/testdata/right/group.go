// A small errgroup: a type that starts functions, at most so many at once, and
// keeps the first error. Each only feeds it.
package pool

import (
	"context"
	"fmt"
	"sync"
)

type group struct {
	ctx    context.Context
	cancel context.CancelFunc
	caller context.Context
	slots  chan struct{}
	wg     sync.WaitGroup
	once   sync.Once
	err    error
}

func newGroup(ctx context.Context, limit int) *group {
	g := &group{caller: ctx, slots: make(chan struct{}, limit)}
	g.ctx, g.cancel = context.WithCancel(ctx)
	return g
}

// try starts f when there is room, and waits for that. It returns false when the
// group has ended in the meantime.
func (g *group) try(f func(ctx context.Context) error) bool {
	select {
	case g.slots <- struct{}{}:
	case <-g.ctx.Done():
		return false
	}
	if g.ctx.Err() != nil {
		<-g.slots
		return false
	}
	g.wg.Add(1)
	go g.run(f)
	return true
}

func (g *group) run(f func(ctx context.Context) error) {
	defer g.wg.Done()
	err := f(g.ctx)
	if err != nil {
		g.once.Do(func() {
			if g.caller.Err() != nil {
				err = g.caller.Err()
			}
			g.err = err
		})
		g.cancel()
	}
	<-g.slots
}

func (g *group) wait() error {
	g.wg.Wait()
	g.cancel()
	if g.err != nil {
		return g.err
	}
	return g.caller.Err()
}

func Each[T any](ctx context.Context, limit int, items []T, f func(ctx context.Context, item T) error) error {
	if limit < 1 {
		panic(fmt.Sprintf("pool: Each with a limit of %d: somebody has to do the work", limit))
	}
	if len(items) == 0 {
		return nil
	}
	g := newGroup(ctx, limit)
	for _, item := range items {
		if !g.try(func(ctx context.Context) error { return f(ctx, item) }) {
			break
		}
	}
	return g.wait()
}
