// The first error lies in a channel with room for one: whoever comes later finds
// it full and drops the error. A token for each slot lies in another channel.
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

	slots := min(limit, len(items))
	tokens := make(chan struct{}, slots)
	for range slots {
		tokens <- struct{}{}
	}
	first := make(chan error, 1)
	for _, item := range items {
		<-tokens
		if inner.Err() != nil {
			tokens <- struct{}{}
			break
		}
		go func() {
			err := f(inner, item)
			if err != nil && ctx.Err() == nil {
				select {
				case first <- err:
				default:
				}
				cancel()
			}
			tokens <- struct{}{}
		}()
	}
	for range slots { // all of them back: nobody is at work
		<-tokens
	}
	select {
	case err := <-first:
		return err
	default:
		return ctx.Err()
	}
}
