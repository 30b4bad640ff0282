// When one input is closed, the forwarders of the others are told to stop.
//
// The ctx that they share was meant for a failure. The end of one input is none.
//
// Fails: TestEveryValueComesOutOnce TestTheOutputClosesWithTheLastInput TestANilInputNeverCloses TestAChannelMayBeGivenTwice TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestNothingIsLeftBehindWhenTheInputsHaveClosed TestTheOutputIsClosedOnceAndAfterTheLastValue
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var forwarders sync.WaitGroup
	ctx, cancel := context.WithCancel(ctx)
	for _, input := range inputs {
		forwarders.Go(func() {
			defer cancel()
			forward(ctx, input, output)
		})
	}
	go func() {
		defer cancel()
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
