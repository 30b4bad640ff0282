// The first error is kept in an atomic.Value.
//
// All values in an atomic.Value must have the same type, and panic otherwise.
// Two errors seldom have: the second one takes the program down.
//
// Fails: TestTheFirstErrorIsReturned
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
		first   atomic.Value
	)
	fail := func(err error) {
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		first.CompareAndSwap(nil, err)
		cancel()
	}
	for _, item := range items {
		running <- struct{}{}
		if inner.Err() != nil {
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
	if err, failed := first.Load().(error); failed {
		return err
	}
	return ctx.Err()
}
