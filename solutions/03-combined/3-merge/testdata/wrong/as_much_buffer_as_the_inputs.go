// The output has as much buffer as the inputs together.
//
// Whoever gave an input a buffer decided how far its producer may run ahead. This doubles
// it.
//
// Fails: TestAReaderThatStopsReadingStopsTheProducers TestAfterTheEndOfCtxNoMoreThanAFewValuesComeOut
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	buffer := 0
	for _, input := range inputs {
		buffer += cap(input)
	}
	output := make(chan T, buffer)
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
