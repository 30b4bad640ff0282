// The workers take the next item without the lock.
//
// Two of them read the same `next`, and do the same item. That is a data race.
//
// Fails: race
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
		if next == len(items) || first != nil || ctx.Err() != nil {
			return item, false
		}
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
