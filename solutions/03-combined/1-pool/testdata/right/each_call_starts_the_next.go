// A relay race: the first goroutines are started by the caller, and each of them
// starts its successor with its last breath. No goroutine makes two calls.
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
		wg    sync.WaitGroup
		first error
		run   func()
	)
	rest := items
	run = func() {
		mu.Lock()
		defer mu.Unlock()
		if len(rest) == 0 || first != nil || ctx.Err() != nil {
			return
		}
		item := rest[0]
		rest = rest[1:]
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := f(inner, item); err != nil {
				mu.Lock()
				if first == nil && ctx.Err() == nil {
					first = err
					cancel()
				}
				mu.Unlock()
			}
			run()
		}()
	}
	for range min(limit, len(items)) {
		run()
	}
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
