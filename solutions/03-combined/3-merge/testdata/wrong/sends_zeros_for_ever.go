// Nobody asks whether the input is closed.
//
// A closed channel is always ready, and gives zero values without end.
//
// Fails: TestEveryValueComesOutOnce TestZeroValuesAndNilComeOutToo TestTheValuesOfOneInputKeepTheirOrder TestTheOutputClosesWithTheLastInput TestANilInputNeverCloses TestAChannelMayBeGivenTwice TestTwoMergesShareNothing TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestNothingIsLeftBehindWhenTheInputsHaveClosed TestTheOutputIsClosedOnceAndAfterTheLastValue
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
		case value := <-input:
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
