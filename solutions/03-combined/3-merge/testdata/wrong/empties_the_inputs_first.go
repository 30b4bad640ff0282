// When ctx ends, what lies in the inputs is delivered before the forwarder goes.
//
// It means well. The reader may have gone, and then nobody takes what is delivered: the
// output stays open.
//
// Fails: TestTheEndOfCtxClosesTheOutputThoughNobodyReads
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
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			for {
				select {
				case value, open := <-input:
					if !open {
						return
					}
					output <- value
				default:
					return
				}
			}
		}
	}
}
