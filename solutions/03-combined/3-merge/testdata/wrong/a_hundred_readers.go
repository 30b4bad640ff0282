// No more than a hundred forwarders at the same time.
//
// A semaphore bounds the goroutines, as in a pool. But these do not work, they listen: an
// input without a listener is not heard.
//
// Fails: TestASilentInputHoldsUpNoOther
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var forwarders sync.WaitGroup
	slots := make(chan struct{}, 100)
	for _, input := range inputs {
		forwarders.Go(func() {
			select {
			case slots <- struct{}{}:
			case <-ctx.Done():
				return
			}
			defer func() { <-slots }()
			forward(ctx, input, output)
		})
	}
	go func() {
		forwarders.Wait()
		close(output)
	}()
	return output
}

func forward[T any](ctx context.Context, input <-chan T, output chan<- T) {
	for {
		select {
		case value, open := <-input:
			if !open {
				return
			}
			select {
			case output <- value:
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
