// ctx is asked before each receive, and nobody asks while waiting.
//
// `ctx.Err()` says how things stand at this moment. Whoever then goes to wait for a
// value, or for a reader, does not hear when that changes.
//
// Fails: TestANilInputNeverCloses TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestTheEndOfCtxClosesTheOutputThoughNobodyReads TestCtxMayEndAtAnyMoment
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
	for ctx.Err() == nil {
		value, open := <-input
		if !open || ctx.Err() != nil {
			return
		}
		output <- value
	}
}
