// The forwarder gets a copy of the WaitGroup.
//
// Done counts down the copy, and Wait waits at the original, for ever.
//
// Fails: TestMergeSleepsWhileNothingComes TestMergeReturnsAtOnce TestEveryValueComesOutOnce TestZeroValuesAndNilComeOutToo TestTheValuesOfOneInputKeepTheirOrder TestASilentInputHoldsUpNoOther TestTheOutputClosesWithTheLastInput TestANilInputNeverCloses TestAChannelMayBeGivenTwice TestTwoMergesShareNothing TestAReaderThatStopsReadingStopsTheProducers TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestTheEndOfCtxClosesTheOutputThoughNobodyReads TestAfterTheEndOfCtxNoMoreThanAFewValuesComeOut TestNothingIsLeftBehindWhenTheInputsHaveClosed TestTheOutputIsClosedOnceAndAfterTheLastValue TestCtxMayEndAtAnyMoment
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
		go forward(ctx, forwarders, input, output)
	}
	go func() {
		forwarders.Wait()
		close(output)
	}()
	return output
}

func forward[T any](ctx context.Context, forwarders sync.WaitGroup, input <-chan T, output chan<- T) {
	defer forwarders.Done()
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
