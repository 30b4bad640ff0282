// No lock, no WaitGroup: the caller alone knows how many calls are in progress
// and what came of them. The goroutines report to it over a channel.
package pool

import (
	"context"
	"fmt"
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

	results := make(chan error)
	running, next := 0, 0
	var first error
	for {
		for running < limit && next < len(items) && first == nil && ctx.Err() == nil {
			item := items[next]
			next++
			running++
			go func() { results <- f(inner, item) }()
		}
		if running == 0 {
			break
		}
		err := <-results
		running--
		if err != nil && first == nil && ctx.Err() == nil {
			first = err
			cancel()
		}
	}
	if first != nil {
		return first
	}
	return ctx.Err()
}
