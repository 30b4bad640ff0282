// Merge starts one goroutine and returns before any forwarder exists. That goroutine
// starts them, waits for them and closes, so Add and Wait can't get in each other's
// way.
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	go func() {
		defer close(output)
		var wg sync.WaitGroup
		defer wg.Wait()
		for _, input := range inputs {
			wg.Go(func() {
				for {
					select {
					case <-ctx.Done():
						return
					case value, open := <-input:
						if !open {
							return
						}
						select {
						case <-ctx.Done():
							return
						case output <- value:
						}
					}
				}
			})
		}
	}()
	return output
}
