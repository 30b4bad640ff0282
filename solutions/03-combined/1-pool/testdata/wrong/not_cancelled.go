// The first error is kept, and nobody is told.
//
// No new call starts, but the ctx of those in progress does not end. They do all
// of their work, for an answer that nobody wants any more.
//
// Fails: TestTheFirstErrorEndsTheCtxOfTheOthers
package pool

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
)

func Each[T any](ctx context.Context, limit int, items []T, f func(ctx context.Context, item T) error) error {
	if limit < 1 {
		panic(fmt.Sprintf("pool: Each with a limit of %d: somebody has to do the work", limit))
	}
	if len(items) == 0 {
		return nil
	}
	inner, cancel := context.WithCancel(ctx)
	defer cancel()

	var (
		running = make(chan struct{}, limit)
		wg      sync.WaitGroup
		once    sync.Once
		first   error
		stopped atomic.Bool
	)
	fail := func(err error) {
		once.Do(func() {
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			first = err
			stopped.Store(true)
		})
	}
	for _, item := range items {
		running <- struct{}{}
		if inner.Err() != nil || stopped.Load() {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-running }()
			if err := f(inner, item); err != nil {
				fail(err)
			}
		}()
	}
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
