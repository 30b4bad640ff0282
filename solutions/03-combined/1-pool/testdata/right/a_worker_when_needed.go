// Starts a worker only when no other one is ready for the next item. With short
// calls there may be far fewer workers than the limit.
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
		wg      sync.WaitGroup
		once    sync.Once
		first   error
		workers int
	)
	jobs := make(chan T)
	work := func(item T) {
		for ok := true; ok; item, ok = <-jobs {
			if inner.Err() != nil {
				continue
			}
			if err := f(inner, item); err != nil {
				once.Do(func() {
					if first = ctx.Err(); first == nil {
						first = err
					}
				})
				cancel()
			}
		}
	}
	for _, item := range items {
		if inner.Err() != nil {
			break
		}
		select {
		case jobs <- item:
			continue
		default:
		}
		if workers < limit {
			workers++
			wg.Go(func() { work(item) })
			continue
		}
		select {
		case jobs <- item:
		case <-inner.Done():
		}
	}
	close(jobs)
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
