// Each value is sent by a goroutine of its own.
//
// Nobody ever waits for the reader: the goroutines are a queue without an end, in which
// nobody stands in order.
//
// Fails: TestTheValuesOfOneInputKeepTheirOrder TestAReaderThatStopsReadingStopsTheProducers
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var forwarders sync.WaitGroup
	for _, input := range inputs {
		forwarders.Go(func() { forward(ctx, input, output, &forwarders) })
	}
	go func() {
		forwarders.Wait()
		close(output)
	}()
	return output
}

func forward[T any](ctx context.Context, input <-chan T, output chan<- T, senders *sync.WaitGroup) {
	for {
		select {
		case value, open := <-input:
			if !open {
				return
			}
			senders.Go(func() {
				select {
				case output <- value:
				case <-ctx.Done():
				}
			})
		case <-ctx.Done():
			return
		}
	}
}
