// As many workers as the limit, however few the items are.
//
// With a limit of a million and three items, all but three of the workers are
// started for nothing; with math.MaxInt the program starts workers until its
// memory is full.
//
// Fails: TestALimitMayBeLargerThanTheWork
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
		jobs  = make(chan T)
	)
	for range limit {
		wg.Go(func() {
			for item := range jobs {
				err := f(inner, item)
				if err == nil {
					continue
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
