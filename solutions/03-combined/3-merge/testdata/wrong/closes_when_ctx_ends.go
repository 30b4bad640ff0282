// When ctx ends, the output is closed at once, by somebody who knows nothing of the forwarders.
//
// One of them may be waiting to send just then, and a send on a closed channel panics.
// Whoever closes must know that all senders have gone.
//
// Fails: race
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
	var once sync.Once
	closeOutput := func() { once.Do(func() { close(output) }) }
	stop := context.AfterFunc(ctx, closeOutput)
	go func() {
		forwarders.Wait()
		stop()
		closeOutput()
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
