// The cause of the end of ctx is returned, not ctx.Err().
//
// context.Cause says why ctx was cancelled, if somebody said so. The promise was
// ctx.Err(), for callers who compare with context.Canceled.
//
// Fails: TestACtxThatHasEndedStartsNothing TestTheEndOfCtxIsTheEndOfTheWork
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
		once    sync.Once
		first   error
	)
	fail := func(err error) {
		once.Do(func() {
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			first = err
			cancel()
		})
	}
	for _, item := range items {
		running <- struct{}{}
		if inner.Err() != nil {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-running }()
			if err := f(inner, item); err != nil {
				fail(err)
			}
		}()
	}
	wg.Wait()
	if first != nil {
		return first
	}
	return context.Cause(ctx)
}
