// Each goroutine gives its slot back, and then waits for the one before it.
//
// So the last one knows that all have ended, without a WaitGroup. While the first
// call takes long, all who came after it stand in line behind it: the limit bounds
// the calls of f, and nothing bounds the goroutines.
//
// Fails: TestNobodyGetsAGoroutineToWaitForATurn
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
	before := make(chan struct{})
	close(before)
	for _, item := range items {
		running <- struct{}{}
		if inner.Err() != nil {
			break
		}
		prev, mine := before, make(chan struct{})
		before = mine
		go func() {
			if err := f(inner, item); err != nil {
				fail(err)
			}
			<-running
			<-prev // all who were started before have ended
			close(mine)
		}()
	}
	<-before
	if first != nil {
		return first
	}
	return ctx.Err()
}
