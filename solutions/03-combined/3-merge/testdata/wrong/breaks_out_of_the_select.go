// `break` where ctx has ended leaves the select, and not the loop.
//
// The loop comes by again, ctx is still over, and so on without a rest. `return`, or a
// label, gets out.
//
// Fails: TestMergeSleepsWhileNothingComes TestMergeReturnsAtOnce TestASilentInputHoldsUpNoOther TestANilInputNeverCloses TestTwoMergesShareNothing TestAReaderThatStopsReadingStopsTheProducers TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestCtxMayEndAtAnyMoment
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
			select {
			case output <- value:
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			break
		}
	}
}
