// The lock is given up between the look and the step.
//
// Two workers look, one item is left for both, and both take one: the second
// finds nothing behind the end of the slice.
//
// Fails: TestFIsCalledOnceForEveryItem
package pool

import (
	"context"
	"fmt"
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

	var (
		mu    sync.Mutex
		next  int
		first error
	)
	take := func() (item T, ok bool) {
		mu.Lock()
		defer mu.Unlock()
		if next == len(items) || first != nil || ctx.Err() != nil {
			return item, false
		}
		mu.Unlock()
		mu.Lock()
		item = items[next]
		next++
		return item, true
	}
	work := func() {
		for item, ok := take(); ok; item, ok = take() {
			if err := f(inner, item); err != nil {
				mu.Lock()
				if first == nil && ctx.Err() == nil {
					first = err
				}
				mu.Unlock()
				cancel()
			}
		}
	}
	var wg sync.WaitGroup
	for range min(limit, len(items)) - 1 {
		wg.Go(work)
	}
	work()
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
