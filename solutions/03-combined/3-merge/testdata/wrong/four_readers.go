// Four workers take the inputs one by one from a list.
//
// Each worker stays with its input until it is closed. Four inputs that say nothing keep
// all workers, and the fifth waits.
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
	list := make(chan (<-chan T), len(inputs))
	for _, input := range inputs {
		list <- input
	}
	close(list)
	for range min(4, len(inputs)) {
		forwarders.Go(func() {
			for input := range list {
				forward(ctx, input, output)
			}
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
