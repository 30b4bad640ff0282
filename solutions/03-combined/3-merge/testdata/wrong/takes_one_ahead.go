// A forwarder takes the next value before it sends this one.
//
// It wants to know early whether its input is closed. What it pays is a second value in
// its hands; and a value does not come out until the next one is there.
//
// Fails: TestASilentInputHoldsUpNoOther TestANilInputNeverCloses TestAReaderThatStopsReadingStopsTheProducers
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
	receive := func() (value T, open bool) {
		select {
		case value, open = <-input:
		case <-ctx.Done():
		}
		return value, open
	}
	value, open := receive()
	for open {
		next, more := receive()
		select {
		case output <- value:
		case <-ctx.Done():
			return
		}
		value, open = next, more
	}
}
