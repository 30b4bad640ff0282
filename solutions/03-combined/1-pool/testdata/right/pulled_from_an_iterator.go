// The items come out of an iterator that ends early when there is a reason to;
// workers pull the next one under a mutex.
package pool

import (
	"context"
	"fmt"
	"iter"
	"sync"
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

	next, stop := iter.Pull(func(yield func(T) bool) {
		for _, item := range items {
			if inner.Err() != nil || !yield(item) {
				return
			}
		}
	})
	defer stop()

	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		first error
	)
	pull := func() (T, bool) {
		mu.Lock()
		defer mu.Unlock()
		return next()
	}
	for range min(limit, len(items)) {
		wg.Go(func() {
			for item, ok := pull(); ok; item, ok = pull() {
				if err := f(inner, item); err != nil {
					mu.Lock()
					if first == nil && ctx.Err() == nil {
						first = err
					}
					cancel()
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
