// When ctx ends the forwarder takes what it was about to receive, and sends it.
//
// `value, open` are what the select left in them: nothing was received, and a zero value
// that nobody has sent comes out.
//
// Fails: TestCtxMayEndAtAnyMoment
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
		var value T
		select {
		case next, open := <-input:
			if !open {
				return
			}
			value = next
		case <-ctx.Done():
		}
		select {
		case output <- value:
		case <-ctx.Done():
		}
		if ctx.Err() != nil {
			return
		}
	}
}
