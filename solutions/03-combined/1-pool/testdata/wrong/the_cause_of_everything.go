// The cause of the derived ctx is returned, whatever it is.
//
// context.WithCancelCause keeps the first error, and only that. When the
// caller's ctx ends with a cause of its own, it is that cause, and not
// ctx.Err().
//
// Fails: TestACtxThatHasEndedStartsNothing TestTheEndOfCtxIsTheEndOfTheWork TestWhatComesFirstDecides TestTwoCallsOfEachShareNothing
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
				cancel(err)
			}
		})
	}
	wg.Wait()
	return context.Cause(inner)
}
