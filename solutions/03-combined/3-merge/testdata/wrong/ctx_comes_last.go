// The forwarder looks at ctx only when it would have to wait.
//
// As long as an input has values and somebody reads, it never has to: ctx can end, and
// everything that waits in the input is passed on all the same. A select that has ctx
// among its cases can do so a few times by luck, and not for ever.
//
// Fails: TestAfterTheEndOfCtxNoMoreThanAFewValuesComeOut
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var wg sync.WaitGroup
	for _, input := range inputs {
		wg.Go(func() {
			for {
				var value T
				var ok bool
				select {
				case value, ok = <-input:
				default:
					select {
					case value, ok = <-input:
					case <-ctx.Done():
						return
					}
				}
				if !ok {
					return
				}
				select {
				case output <- value:
				default:
					select {
					case output <- value:
					case <-ctx.Done():
						return
					}
				}
			}
		})
	}
	go func() {
		wg.Wait()
		close(output)
	}()
	return output
}
