// The goroutine that hands out the items is left behind after an error.
//
// It stands in a send, and the workers who would have received have gone. It
// keeps the items, and itself, for ever.
//
// Fails: TestTheFirstErrorIsReturned TestNothingStartsAfterTheFirstError TestTheEndOfCtxIsTheEndOfTheWork TestWhatComesFirstDecides TestTwoCallsOfEachShareNothing
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
	for range min(limit, len(items)) {
		wg.Go(func() {
			for item := range jobs {
				if inner.Err() != nil {
					return
				}
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
	go func() {
		defer close(jobs)
		for _, item := range items {
			if inner.Err() != nil {
				return
			}
			jobs <- item
		}
	}()
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
