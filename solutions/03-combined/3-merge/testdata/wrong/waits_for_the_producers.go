// When ctx ends, the forwarder receives until its input is closed, so that the producer can end.
//
// The output is closed when the last producer closes its channel, and some never do.
// Producers have a ctx, too.
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
	defer func() {
		for range input {
		}
	}()
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
