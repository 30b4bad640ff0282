// The context itself keeps the first error, as its cause: only the first cancel
// counts. The error is wrapped in a type with an address of its own, so that it
// can't be mistaken for the cause of a caller's ctx.
package pool

import (
	"context"
	"fmt"
	"sync"
)

type failure struct{ error }

func Each[T any](ctx context.Context, limit int, items []T, f func(ctx context.Context, item T) error) error {
	if limit < 1 {
		panic(fmt.Sprintf("pool: Each with a limit of %d: somebody has to do the work", limit))
	}
	if len(items) == 0 {
		return nil
	}
	inner, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)

	mine := &failure{}
	var once sync.Once
	var wg sync.WaitGroup
	slots := make(chan struct{}, limit)
	for _, item := range items {
		slots <- struct{}{}
		if inner.Err() != nil {
			break
		}
		wg.Go(func() {
			defer func() { <-slots }()
			if err := f(inner, item); err != nil {
				once.Do(func() { mine.error = err })
				cancel(mine)
			}
		})
	}
	wg.Wait()
	if context.Cause(inner) == error(mine) {
		return mine.error
	}
	return ctx.Err()
}
