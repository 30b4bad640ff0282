// When ctx ends, the forwarder delivers the value that it holds.
//
// Nothing may be lost, somebody thought, and made the end of ctx depend on a reader who
// has gone home.
//
// Fails: TestTheEndOfCtxClosesTheOutputThoughNobodyReads
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var forwarders sync.WaitGroup
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
				output <- value
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
