// An error that is known already is recognised by ==.
//
// Two values in interfaces can be compared as long as their type can be. An error
// that is a slice, as validators return it, can't, and == panics. To ask whether
// there is a first error, compare with nil.
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
		first   error
	)
	var mu sync.Mutex
	fail := func(err error) {
		mu.Lock()
		defer mu.Unlock()
		if err == first {
			return // known already
		}
		if first == nil {
			if ended := ctx.Err(); ended != nil {
				err = ended
			}
			first = err
			cancel()
		}
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
