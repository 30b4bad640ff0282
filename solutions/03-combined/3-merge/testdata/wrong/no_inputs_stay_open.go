// The last forwarder closes the output, and without inputs there is no last one.
//
// The count begins at zero and never comes to zero again. Whoever reads waits for
// ever.
//
// Fails: TestNoInputsMakeAClosedOutput
package merge

import (
	"context"
	"sync/atomic"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var left atomic.Int64
	left.Store(int64(len(inputs)))
	for _, input := range inputs {
		go func() {
			forward(ctx, input, output)
			if left.Add(-1) == 0 {
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
