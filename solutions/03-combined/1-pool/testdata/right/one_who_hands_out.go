// One goroutine owns all that changes, and the workers ask it by channels of
// channels: each question brings the channel for its answer along.
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
	asks := make(chan chan chan T)
	ends := make(chan error)
	verdict := make(chan error, 1)
	workers := min(limit, len(items))
	go func() {
		var first error
		next := 0
		for working := workers; working > 0; {
			select {
			case err := <-ends:
				if err == nil || first != nil {
					break
				}
				if first = err; ctx.Err() != nil {
					first = ctx.Err()
				}
				cancel()
			case question := <-asks:
				answer := make(chan T, 1)
				if next < len(items) && inner.Err() == nil {
					answer <- items[next]
					next++
				} else {
					working--
				}
				close(answer)
				question <- answer
			}
		}
		if first == nil && next < len(items) {
			first = ctx.Err()
		}
		verdict <- first
	}()
	var crew sync.WaitGroup
	for range workers {
		crew.Go(func() {
			for {
				question := make(chan chan T, 1)
				asks <- question
				item, ok := <-<-question
				if !ok {
					return
				}
				ends <- f(inner, item)
			}
		})
	}
	crew.Wait()
	return <-verdict
}
