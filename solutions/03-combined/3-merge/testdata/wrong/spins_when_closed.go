// A closed input is passed over, and the loop goes on.
//
// A closed channel is always ready. The forwarder receives nothing from it, as fast as it
// can, and never comes to an end.
//
// Fails: TestEveryValueComesOutOnce TestZeroValuesAndNilComeOutToo TestTheValuesOfOneInputKeepTheirOrder TestTheOutputClosesWithTheLastInput TestANilInputNeverCloses TestAChannelMayBeGivenTwice TestTwoMergesShareNothing TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestNothingIsLeftBehindWhenTheInputsHaveClosed TestTheOutputIsClosedOnceAndAfterTheLastValue TestCtxMayEndAtAnyMoment
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
				continue
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
