// Every call gets a ctx of its own. The first error cancels all of them, one by
// one, from a table of the calls in progress.
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
	var (
		mu      sync.Mutex
		changed = sync.NewCond(&mu)
		cancels = make(map[int]context.CancelFunc) // of the calls in progress
		first   error
	)
	mu.Lock()
	defer mu.Unlock()
	for i, item := range items {
		for len(cancels) >= limit {
			changed.Wait()
		}
		if first != nil || ctx.Err() != nil {
			break
		}
		own, cancel := context.WithCancel(ctx)
		cancels[i] = cancel
		go func() {
			err := f(own, item)
			mu.Lock()
			defer mu.Unlock()
			cancel()
			delete(cancels, i)
			if err != nil && first == nil && ctx.Err() == nil {
				first = err
				for _, stop := range cancels {
					stop()
				}
			}
			changed.Broadcast()
		}()
	}
	for len(cancels) > 0 {
		changed.Wait()
	}
	if first != nil {
		return first
	}
	return ctx.Err()
}
