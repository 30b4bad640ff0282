// When there is no room, it waits for the oldest call.
//
// The oldest may be the slowest. The others have long returned by then, and
// their slots stand empty.
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
	var inOrder []chan struct{}
	for _, item := range items {
		if len(inOrder) == limit {
			<-inOrder[0]
			inOrder = inOrder[1:]
		}
		if inner.Err() != nil {
			break
		}
		over := make(chan struct{})
		inOrder = append(inOrder, over)
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer close(over)
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
