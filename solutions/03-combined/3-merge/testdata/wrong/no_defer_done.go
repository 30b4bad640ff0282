// Done stands at the end of the loop, and a forwarder that leaves because of ctx does not come by.
//
// Two of its three ways out return before that line. The count never comes to zero.
//
// Fails: TestMergeSleepsWhileNothingComes TestMergeReturnsAtOnce TestASilentInputHoldsUpNoOther TestANilInputNeverCloses TestTwoMergesShareNothing TestAReaderThatStopsReadingStopsTheProducers TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestTheEndOfCtxClosesTheOutputThoughNobodyReads TestAfterTheEndOfCtxNoMoreThanAFewValuesComeOut TestCtxMayEndAtAnyMoment
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var forwarders sync.WaitGroup
	for _, input := range inputs {
		forwarders.Add(1)
		go forward(ctx, &forwarders, input, output)
	}
	go func() {
		forwarders.Wait()
		close(output)
	}()
	return output
}

func forward[T any](ctx context.Context, forwarders *sync.WaitGroup, input <-chan T, output chan<- T) {
	for {
		select {
		case value, open := <-input:
			if !open {
				forwarders.Done()
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
