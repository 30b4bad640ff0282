// Whether ctx has ended is asked in a select with a worker who is ready.
//
// With both cases ready, select picks one at random. A ctx that has ended before
// the call starts a call every second time.
//
// Fails: TestACtxThatHasEndedStartsNothing
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
