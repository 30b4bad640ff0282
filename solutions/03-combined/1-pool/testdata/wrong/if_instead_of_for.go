// The last wait is an `if` and not a `for`.
//
// The signal comes when one call has ended. The caller takes it for the last
// one, and returns while others are in progress.
//
// Fails: TestFIsCalledOnceForEveryItem TestEachReturnsAfterTheLastCall TestEachWaitsForTheCallsInProgress TestTheCtxOfACallEndsWithEach
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
		mu      sync.Mutex
		changed = sync.NewCond(&mu)
		running int
		first   error
	)
	mu.Lock()
	defer mu.Unlock()
	for _, item := range items {
		for running >= limit {
			changed.Wait()
		}
		if inner.Err() != nil {
			break
		}
		running++
		go func() {
			err := f(inner, item)
			mu.Lock()
			defer mu.Unlock()
			running--
			if err != nil && first == nil {
				if first = ctx.Err(); first == nil {
					first = err
				}
				cancel()
			}
			changed.Signal()
		}()
	}
	if running > 0 {
		changed.Wait()
	}
	if first != nil {
		return first
	}
	return ctx.Err()
}
