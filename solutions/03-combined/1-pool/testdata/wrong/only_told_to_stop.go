// A call that returns ctx.Err() after the end of ctx is counted as one that went
// well.
//
// It was only told to stop, and so it is no failure of its own. But the ride has
// not been inspected. When all calls had begun by then, Each returns nil, and the
// caller believes that everything was done.
//
// Fails: TestWhatComesFirstDecides
package pool

import (
	"context"
	"errors"
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
			ended := ctx.Err()
			if ended != nil && errors.Is(err, ended) {
				return // it was only told to stop
			}
			if ended != nil {
				err = ended
			}
			first = err
			cancel()
		})
	}
	started := 0
	for _, item := range items {
		running <- struct{}{}
		if inner.Err() != nil {
			break
		}
		wg.Add(1)
		started++
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
	if started < len(items) {
		return ctx.Err()
	}
	return nil
}
