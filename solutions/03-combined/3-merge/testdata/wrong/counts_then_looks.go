// The count goes down in one step, and is looked at in another.
//
// Two forwarders count down, and then both look: both find zero, and both close. What
// `Add` returns is the count of one's own step; `Load` tells what it has become since.
//
// Fails: TestTheOutputIsClosedOnceAndAfterTheLastValue
package merge

import (
	"context"
	"sync/atomic"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	if len(inputs) == 0 {
		close(output)
	}
	var left atomic.Int64
	left.Store(int64(len(inputs)))
	for _, input := range inputs {
		go func() {
			forward(ctx, input, output)
			left.Add(-1)
			if left.Load() == 0 {
				close(output)
			}
		}()
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
