// A nil pointer is returned as an error.
//
// An interface with a nil pointer in it is not nil. The caller finds an error
// after work that went well.
//
// Fails: TestFIsCalledOnceForEveryItem TestEachReturnsAfterTheLastCall TestALimitMayBeLargerThanTheWork TestTheFirstErrorIsReturned TestTheEndOfCtxIsTheEndOfTheWork TestWhatComesFirstDecides TestTwoCallsOfEachShareNothing
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
	inner, cancel := context.WithCancel(ctx)
	defer cancel()

	var (
		running = make(chan struct{}, limit)
		wg      sync.WaitGroup
		once    sync.Once
		first   *failure
	)
	fail := func(err error) {
		once.Do(func() {
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			first = &failure{err}
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
	if first == nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return first
}
