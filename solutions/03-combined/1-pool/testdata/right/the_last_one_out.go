// No WaitGroup and no counter for the end: the caller takes all the slots back,
// one after the other. Whoever holds all of them knows that nobody is at work.
// With a limit of one it is a plain loop.
package pool

import (
	"context"
	"fmt"
	"sync/atomic"
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
	if limit == 1 {
		for _, item := range items {
			if ctx.Err() != nil {
				break
			}
			if err := f(inner, item); err != nil && ctx.Err() == nil {
				return err
			}
		}
		return ctx.Err()
	}

	var first atomic.Pointer[error]
	slots := make(chan struct{}, min(limit, len(items)))
	for _, item := range items {
		slots <- struct{}{}
		if inner.Err() != nil {
			<-slots
			break
		}
		go func() {
			defer func() { <-slots }()
			err := f(inner, item)
			if err != nil && ctx.Err() == nil {
				first.CompareAndSwap(nil, &err)
				cancel()
			}
		}()
	}
	for range cap(slots) {
		slots <- struct{}{}
	}
	if err := first.Load(); err != nil {
		return *err
	}
	return ctx.Err()
}
