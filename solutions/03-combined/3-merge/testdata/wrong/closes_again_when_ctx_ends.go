// One goroutine closes the output when the forwarders have ended, and another one when ctx has.
//
// When ctx ends, both things happen, and the second close panics.
//
// Fails: TestNoInputsMakeAClosedOutput TestEveryValueComesOutOnce TestZeroValuesAndNilComeOutToo TestTheValuesOfOneInputKeepTheirOrder TestTheOutputClosesWithTheLastInput TestAChannelMayBeGivenTwice TestTwoMergesShareNothing TestNothingIsLeftBehindWhenTheInputsHaveClosed TestTheOutputIsClosedOnceAndAfterTheLastValue TestCtxMayEndAtAnyMoment
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
		if ctx.Err() == nil {
			close(output)
		}
	}()
	go func() {
		<-ctx.Done()
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
