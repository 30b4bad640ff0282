// The error of the first item is returned, not the first error.
//
// Every goroutine has its own place in a slice, which needs no lock. But the
// error that stands in front is not the one that came first, and so not the
// reason.
//
// Fails: TestTheFirstErrorIsReturned
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
		mu      sync.Mutex
	)
	errs := make([]error, len(items))
	fail := func(i int, err error) {
		mu.Lock()
		defer mu.Unlock()
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		errs[i] = err
		cancel()
	}
	for i, item := range items {
		running <- struct{}{}
		if inner.Err() != nil {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-running }()
			if err := f(inner, item); err != nil {
				fail(i, err)
			}
		}()
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}
