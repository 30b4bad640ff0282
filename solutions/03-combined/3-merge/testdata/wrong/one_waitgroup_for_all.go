// The WaitGroup is a package variable.
//
// All calls of Merge count with it. The output of one is closed when the inputs of all the
// others are closed, too.
//
// Fails: TestTwoMergesShareNothing
package merge

import (
	"context"
	"sync"
)

var forwarders sync.WaitGroup

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	for _, input := range inputs {
		forwarders.Go(func() { forward(ctx, input, output) })
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
