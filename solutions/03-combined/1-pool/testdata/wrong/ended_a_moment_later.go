// The goroutine that waits for all says that they are done, and ends the ctx after
// that.
//
// The caller may be back before it comes to the second. What was made from the ctx
// is not cleared away yet, and the goroutine itself is left behind for a moment.
// With defer cancel() in Each there is nothing to put in the right order.
//
// Fails: TestTheCtxOfACallEndsWithEach
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
	var (
		running = make(chan struct{}, limit)
		wg      sync.WaitGroup
		once    sync.Once
		first   error
	)
	fail := func(err error) {
		once.Do(func() {
			if ended := ctx.Err(); ended != nil {
				err = ended
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
	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
		cancel()
	}()
	<-done
	if first != nil {
		return first
	}
	return ctx.Err()
}
