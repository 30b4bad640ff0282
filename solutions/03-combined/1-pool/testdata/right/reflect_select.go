// Every call in progress has a channel of its own, and reflect.Select waits for
// whichever of them is first.
package pool

import (
	"context"
	"fmt"
	"reflect"
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

	var running []reflect.SelectCase
	var first error
	for next := 0; ; {
		for len(running) < limit && next < len(items) && inner.Err() == nil {
			item, result := items[next], make(chan error, 1)
			next++
			running = append(running, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(result)})
			go func() { result <- f(inner, item) }()
		}
		if len(running) == 0 {
			break
		}
		which, value, _ := reflect.Select(running)
		running = append(running[:which], running[which+1:]...)
		if err, _ := value.Interface().(error); err != nil && first == nil && ctx.Err() == nil {
			first = err
			cancel()
		}
	}
	if first != nil {
		return first
	}
	return ctx.Err()
}
