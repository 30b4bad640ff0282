// Package merge brings many channels together in one.
package merge

import (
	"context"
	"sync"
)

// Merge returns a channel on which every value of every input comes out. It is
// closed when all inputs are closed, or when ctx ends. Merge holds at most one
// value of each input, so a reader that stops reading stops the producers.
func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T) // without a buffer: what is in it would be held, too
	var forwarders sync.WaitGroup
	for _, input := range inputs {
		forwarders.Go(func() { forward(ctx, input, output) })
	}
	// No forwarder knows whether it is the last one, and a send on a closed
	// channel panics. So the output is closed by somebody who waits for all of
	// them, and not by Merge, which has to return before anybody can read.
	go func() {
		forwarders.Wait()
		close(output)
	}()
	return output
}

// forward sends the values of input to output until input is closed or ctx
// ends. It can be kept waiting in two places, and ctx has to reach it in both.
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
