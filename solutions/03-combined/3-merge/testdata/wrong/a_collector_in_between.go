// The forwarders hand their values to a collector, which sends them.
//
// The collector holds a value and waits for the reader; the forwarder it came from has
// taken the next one. Each pair of hands between producer and reader holds one more.
//
// Fails: TestAReaderThatStopsReadingStopsTheProducers
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	values, output := make(chan T), make(chan T)
	var forwarders sync.WaitGroup
	for _, input := range inputs {
		forwarders.Go(func() { forward(ctx, input, values) })
	}
	go func() {
		forwarders.Wait()
		close(values)
	}()
	go func() {
		defer close(output)
		forward(ctx, values, output)
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
