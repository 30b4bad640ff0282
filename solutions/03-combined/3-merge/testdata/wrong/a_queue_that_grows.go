// A goroutine gathers what comes in a slice, so that no producer has to wait.
//
// A slice has no end. As long as the reader is slower than the producers it grows, until
// there is no more memory.
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
		var queue []T
		from := values
		for from != nil || len(queue) > 0 {
			var to chan T
			var first T
			if len(queue) > 0 {
				to, first = output, queue[0]
			}
			select {
			case value, open := <-from:
				if !open {
					from = nil
					continue
				}
				queue = append(queue, value)
			case to <- first:
				queue = queue[1:]
			case <-ctx.Done():
				return
			}
		}
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
