// Package pool calls a function for each of many items, a number of them at the
// same time.
package pool

import (
	"context"
	"fmt"
	"sync"
)

// Each calls f once for every item, in order, with at most limit calls in
// progress at the same time. The first error, or the end of ctx, ends the ctx
// that f is handed and keeps further calls from starting; Each waits for those
// in progress, and returns that error or ctx.Err(). It panics when limit is less
// than one.
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
		running = make(chan struct{}, limit) // one element for each call in progress
		wg      sync.WaitGroup
		once    sync.Once
		first   error
	)
	fail := func(err error) {
		once.Do(func() {
			if ended := ctx.Err(); ended != nil {
				err = ended // ctx was first, and f may only have noticed
			}
			first = err
			cancel()
		})
	}
	for _, item := range items {
		// The slot is taken here and not in the goroutine, or there would be a
		// goroutine for each item that waits for its turn.
		running <- struct{}{}
		// Only now: what happened during the wait counts.
		if inner.Err() != nil {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-running }()
			// The slot comes back after fail, so whoever gets it knows.
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
