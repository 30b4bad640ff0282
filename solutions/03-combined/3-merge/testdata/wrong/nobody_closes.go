// The output is never closed.
//
// All the values come out, and whoever ranges over the output waits for the next one
// for ever.
//
// Fails: TestNoInputsMakeAClosedOutput TestEveryValueComesOutOnce TestTheOutputClosesWithTheLastInput TestANilInputNeverCloses TestAChannelMayBeGivenTwice TestTwoMergesShareNothing TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestTheEndOfCtxClosesTheOutputThoughNobodyReads TestAfterTheEndOfCtxNoMoreThanAFewValuesComeOut TestNothingIsLeftBehindWhenTheInputsHaveClosed TestTheOutputIsClosedOnceAndAfterTheLastValue TestCtxMayEndAtAnyMoment
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	for _, input := range inputs {
		go forward(ctx, input, output)
	}
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
