// A mutex is held from the receive to the send.
//
// The lock is to keep the sends apart, which a channel does by itself. An input that says
// nothing keeps it for ever.
//
// Fails: TestASilentInputHoldsUpNoOther
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var forwarders sync.WaitGroup
	var mu sync.Mutex
	for _, input := range inputs {
		forwarders.Go(func() { forward(ctx, &mu, input, output) })
	}
	go func() {
		forwarders.Wait()
		close(output)
	}()
	return output
}

func forward[T any](ctx context.Context, mu *sync.Mutex, input <-chan T, output chan<- T) {
	mu.Lock()
	defer mu.Unlock()
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
