// All the items lie in a buffer, and the workers take them until it is empty.
//
// The caller hands out everything at once and stops nothing later. An error ends
// one worker, and the others go on to the end.
//
// Fails: TestNothingStartsAfterTheFirstError TestTheEndOfCtxIsTheEndOfTheWork
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
		wg    sync.WaitGroup
		mu    sync.Mutex
		first error
		jobs  = make(chan T, len(items))
	)
	for range min(limit, len(items)) {
		wg.Go(func() {
			for item := range jobs {
				err := f(inner, item)
				if err == nil {
					continue // with the next one, whatever became of the others
				}
				mu.Lock()
				if first == nil {
					first = err
					if ctx.Err() != nil {
						first = ctx.Err()
					}
				}
				mu.Unlock()
				cancel()
				return // and take no further item
			}
		})
	}
hand:
	for _, item := range items {
		if inner.Err() != nil {
			break
		}
		select {
		case jobs <- item:
		case <-inner.Done():
			break hand
		}
	}
	close(jobs)
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
