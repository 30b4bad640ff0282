// Each looks once an hour whether it is still needed.
//
// The slot is taken at once when one is free, so nobody comes late. But while the
// calls take long, somebody wakes up again and again who has nothing to do. Each
// waits for a slot; whether ctx has ended it can ask when it has one.
//
// Fails: TestWhoWaitsSleeps
package pool

import (
	"context"
	"fmt"
	"sync"
	"time"
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
	takes := func() bool {
		for {
			select {
			case running <- struct{}{}:
				return inner.Err() == nil
			case <-time.After(time.Hour):
				if inner.Err() != nil {
					return false
				}
			}
		}
	}
	for _, item := range items {
		if !takes() {
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
