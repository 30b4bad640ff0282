// A mutex and a condition variable, and no channel: the caller waits until fewer
// calls than the limit are in progress, and at the end until none is.
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
		mu      sync.Mutex
		changed = sync.NewCond(&mu)
		running int
		first   error
	)
	mu.Lock()
	defer mu.Unlock()
	for _, item := range items {
		for running >= limit {
			changed.Wait()
		}
		if inner.Err() != nil {
			break
		}
		running++
		go func() {
			err := f(inner, item)
			mu.Lock()
			defer mu.Unlock()
			running--
			if err != nil && first == nil {
				if first = ctx.Err(); first == nil {
					first = err
				}
				cancel()
			}
			changed.Signal()
		}()
	}
	for running > 0 {
		changed.Wait()
	}
	if first != nil {
		return first
	}
	return ctx.Err()
}
