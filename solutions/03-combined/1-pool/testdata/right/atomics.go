// Atomics for everything: the workers take numbers from a counter, and the first
// error is the one that finds an empty pointer.
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
		next  atomic.Int64
		first atomic.Pointer[error]
		wg    sync.WaitGroup
	)
	for range min(limit, len(items)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for inner.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(items) {
					return
				}
				if err := f(inner, items[i]); err != nil {
					if ended := ctx.Err(); ended != nil {
						err = ended
					}
					first.CompareAndSwap(nil, &err)
					cancel()
				}
			}
		}()
	}
	wg.Wait()
	if err := first.Load(); err != nil {
		return *err
	}
	return ctx.Err()
}
