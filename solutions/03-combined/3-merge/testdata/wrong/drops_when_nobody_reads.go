// A value that nobody takes at once is thrown away.
//
// A select with `default` does not wait. That is no backpressure: nobody is told to slow
// down, and values are lost.
//
// Fails: TestEveryValueComesOutOnce TestZeroValuesAndNilComeOutToo TestAChannelMayBeGivenTwice TestTwoMergesShareNothing TestAReaderThatStopsReadingStopsTheProducers TestNothingIsLeftBehindWhenTheInputsHaveClosed TestTheOutputIsClosedOnceAndAfterTheLastValue
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
			default:
			}
		case <-ctx.Done():
			return
		}
	}
}
