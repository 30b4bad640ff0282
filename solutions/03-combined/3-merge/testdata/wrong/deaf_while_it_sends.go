// ctx is looked at where a value is received, and not where it is sent.
//
// A forwarder that holds a value waits for a reader, whatever becomes of ctx. When the
// reader has gone, it waits for ever.
//
// Fails: TestTheEndOfCtxClosesTheOutputThoughNobodyReads
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
		select {
		case value, open := <-input:
			if !open {
				return
			}
			output <- value
		case <-ctx.Done():
			return
		}
	}
}
