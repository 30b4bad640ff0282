// ctx is looked at where a value is sent, and not where one is received.
//
// A `range` over the input can't be interrupted. A forwarder whose input says nothing
// never hears of the end of ctx, and the output stays open for its sake.
//
// Fails: TestANilInputNeverCloses TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestCtxMayEndAtAnyMoment
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
	for value := range input {
		select {
		case output <- value:
		case <-ctx.Done():
			return
		}
	}
}
