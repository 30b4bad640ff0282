// The workers take a number in two steps.
//
// Each step is atomic, and the two together are not: two workers that load the
// same number do the same item.
//
// Fails: TestFIsCalledOnceForEveryItem TestNeverMoreCallsThanTheLimit
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
	workers := min(limit, len(items))
	next.Store(int64(workers))
	for i := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i < len(items) && inner.Err() == nil {
				if err := f(inner, items[i]); err != nil {
					if ended := ctx.Err(); ended != nil {
						err = ended
					}
					first.CompareAndSwap(nil, &err)
					cancel()
				}
				i = int(next.Load())
				next.Store(int64(i) + 1)
			}
		}()
	}
	wg.Wait()
	if err := first.Load(); err != nil {
		return *err
	}
	return ctx.Err()
}
