// An error is taken for the end of ctx when it is also the cause of ctx.
//
// The first cancel decides the cause, so the cause says what was first. But a caller
// who hears of the error, and ends all else for that very reason, has a ctx with the
// same cause: what was first can't be told from what came later. Ask who failed, not
// with what.
//
// Fails: TestWhatComesFirstDecides
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
	inner, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var (
		mu   sync.Mutex
		next int
		wg   sync.WaitGroup
	)
	take := func() (item T, ok bool) {
		mu.Lock()
		defer mu.Unlock()
		if next == len(items) || inner.Err() != nil {
			return item, false
		}
		item = items[next]
		next++
		return item, true
	}
	for range min(limit, len(items)) {
		wg.Go(func() {
			for {
				item, ok := take()
				if !ok {
					return
				}
				if err := f(inner, item); err != nil {
					cancel(err)
					return
				}
			}
		})
	}
	wg.Wait()
	if ctx.Err() != nil && context.Cause(inner) == context.Cause(ctx) {
		return ctx.Err()
	}
	return context.Cause(inner)
}
