// Nobody looks at what f returns.
//
// The limit is there, and the errors are dropped: the work goes on, and the
// caller hears that all is well.
//
// Fails: TestTheFirstErrorIsReturned TestTheFirstErrorEndsTheCtxOfTheOthers TestNothingStartsAfterTheFirstError TestWhatComesFirstDecides
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
		running = make(chan struct{}, limit)
		wg      sync.WaitGroup
	)
	for _, item := range items {
		running <- struct{}{}
		if inner.Err() != nil {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-running }()
			_ = f(inner, item)
		}()
	}
	wg.Wait()
	return ctx.Err()
}
