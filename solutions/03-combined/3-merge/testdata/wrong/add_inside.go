// The forwarder counts itself, as the first thing it does.
//
// When the closing goroutine is faster, the count is still zero and Wait returns at once.
// The output is closed, and then the first value comes: send on a closed channel.
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
		go func() {
			forwarders.Add(1)
			defer forwarders.Done()
			forward(ctx, input, output)
		}()
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
