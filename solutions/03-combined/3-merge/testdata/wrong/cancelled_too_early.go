// The ctx of the forwarders is cancelled when Merge returns.
//
// `defer cancel()` is a good habit in a function that waits for what it started. This one
// returns at once, and everything ends before it has begun.
//
// Fails: TestEveryValueComesOutOnce TestZeroValuesAndNilComeOutToo TestASilentInputHoldsUpNoOther TestTheOutputClosesWithTheLastInput TestANilInputNeverCloses TestAChannelMayBeGivenTwice TestTwoMergesShareNothing TestAReaderThatStopsReadingStopsTheProducers TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestNothingIsLeftBehindWhenTheInputsHaveClosed TestTheOutputIsClosedOnceAndAfterTheLastValue
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
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
			return
		}
	}
}
