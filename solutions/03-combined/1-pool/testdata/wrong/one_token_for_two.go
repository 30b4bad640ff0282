// Whoever returns leaves a token where there is room for one, and one token makes
// room for one call.
//
// When two calls return before the loop has come to look, the second finds the
// place taken, and drops its token. The loop starts one call and waits for a token
// that was thrown away. A signal that says "look again" may be dropped, a permit may
// not: count what is free, or give the channel room for as many as can return.
//
// Fails: TestThereIsRoomForTheNextAtOnce
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
		wg    sync.WaitGroup
		once  sync.Once
		first error
		freed = make(chan struct{}, 1) // somebody has returned
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
	for i, item := range items {
		if i >= limit {
			<-freed
		}
		if inner.Err() != nil {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := f(inner, item); err != nil {
				fail(err)
			}
			select {
			case freed <- struct{}{}:
			default:
			}
		}()
	}
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
