// Nobody looks at ctx.
//
// The forwarders run until their inputs are closed. Who asks for less, by ending ctx, is
// not heard.
//
// Fails: TestANilInputNeverCloses TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestTheEndOfCtxClosesTheOutputThoughNobodyReads TestAfterTheEndOfCtxNoMoreThanAFewValuesComeOut TestCtxMayEndAtAnyMoment
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
		output <- value
	}
}
