// Two halves are merged, and then the two outputs.
//
// Every branch of the tree has forwarders of its own, and each of these holds a value. A
// value climbs to the top, the next one of the same input follows half way.
//
// Fails: TestAReaderThatStopsReadingStopsTheProducers
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	if len(inputs) > 2 {
		half := len(inputs) / 2
		return Merge(ctx, Merge(ctx, inputs[:half]...), Merge(ctx, inputs[half:]...))
	}
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
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
