// Each value has a goroutine of its own, and order and backpressure are kept all the
// same: the goroutine for the next value starts when this one is out.
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var wg sync.WaitGroup
	for _, input := range inputs {
		var one func()
		one = func() {
			select {
			case value, open := <-input:
				if !open {
					return
				}
				select {
				case output <- value:
					wg.Go(one) // before this one is counted down
				case <-ctx.Done():
				}
			case <-ctx.Done():
			}
		}
		wg.Go(one)
	}
	go func() {
		defer close(output)
		wg.Wait()
	}()
	return output
}
