// Every worker has its fixed share of the items.
//
// With three workers each takes every third item. Who has had short ones goes
// home, and the items behind the long one wait for their own worker.
//
// Fails: TestThereIsRoomForTheNextAtOnce TestTheCallsStartInTheOrderOfTheItems
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
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := int(next.Add(1)) - 1; i < len(items); i += workers {
				if inner.Err() != nil {
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
