// The error of another Each is taken for an own one.
//
// A cause goes down from one ctx to all that descend from it. In an Each that is
// called by f, the failure type says that some Each has failed, and not which.
//
// Fails: TestTwoCallsOfEachShareNothing
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
				cancel(failure{err})
			}
		})
	}
	wg.Wait()
	if mine, ok := context.Cause(inner).(failure); ok {
		return mine.error
	}
	return ctx.Err()
}
