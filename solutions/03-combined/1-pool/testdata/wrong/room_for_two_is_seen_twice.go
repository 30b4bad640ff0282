// Whether there is room is asked in one step, and the call counted in another.
//
// Two calls that return at the same moment both see room for two, and both start
// two. The number is atomic; to look at it and then to add to it is not.
//
// Fails: TestNeverMoreCallsThanTheLimit
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
		mu    sync.Mutex
		wg    sync.WaitGroup
		first error
		run   func()
		fill  func()
		// calls in progress
		running atomic.Int64
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
		running.Add(1)
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
			running.Add(-1)
			fill()
		}()
	}
	fill = func() {
		for range min(limit, len(items)) {
			if running.Load() < int64(limit) {
				run()
			}
		}
	}
	fill()
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
