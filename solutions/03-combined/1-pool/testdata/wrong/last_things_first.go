// The items are taken from the end of the slice.
//
// A stack instead of a line: what was asked for first is done last.
//
// Fails: TestTheCallsStartInTheOrderOfTheItems
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
		mu    sync.Mutex
		wg    sync.WaitGroup
		first error
		run   func()
	)
	rest := items
	run = func() {
		mu.Lock()
		defer mu.Unlock()
		if len(rest) == 0 || first != nil || ctx.Err() != nil {
			return
		}
		item := rest[len(rest)-1]
		rest = rest[:len(rest)-1]
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := f(inner, item); err != nil {
				mu.Lock()
				if first == nil && ctx.Err() == nil {
					first = err
					cancel()
				}
				mu.Unlock()
			}
			run()
		}()
	}
	for range min(limit, len(items)) {
		run()
	}
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
