// A value that is nil is taken for the end of the input.
//
// A closed channel gives zero values, so somebody looked at the value to see whether the
// channel is closed. But nil may be sent, too. The second result of the receive tells.
//
// Fails: TestZeroValuesAndNilComeOutToo
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
			if !open || any(value) == nil {
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
