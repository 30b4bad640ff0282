// Merge waits for its forwarders itself.
//
// The forwarders wait for a reader, the reader waits for the output, and the output is
// what Merge returns when the forwarders have ended. Wait belongs in a goroutine.
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
		forwarders.Go(func() { forward(ctx, input, output) })
	}
	forwarders.Wait()
	close(output)
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
