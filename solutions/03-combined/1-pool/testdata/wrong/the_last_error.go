// Each error overwrites the one before.
//
// The last error is the one that is returned. It is usually the least
// interesting: a call that was cancelled because of the first.
//
// Fails: TestTheFirstErrorIsReturned TestWhatComesFirstDecides
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
		once    sync.Mutex
		first   error
	)
	fail := func(err error) {
		once.Lock()
		defer once.Unlock()
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		first = err
		cancel()
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
	return ctx.Err()
}
