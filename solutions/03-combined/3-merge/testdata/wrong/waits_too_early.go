// The closing goroutine starts before the forwarders are counted.
//
// Nothing says that it runs later than they do. When it comes first, it finds a count of
// zero, and closes the output in front of everybody.
//
// Fails: race
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var forwarders sync.WaitGroup
	go func() {
		forwarders.Wait()
		close(output)
	}()
	for _, input := range inputs {
		forwarders.Go(func() { forward(ctx, input, output) })
	}
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
