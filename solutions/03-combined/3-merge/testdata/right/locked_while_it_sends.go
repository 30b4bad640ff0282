// A mutex is held while a value waits for the reader. Nobody who waits for the lock
// could do anything else meanwhile, and the end of ctx frees one after the other.
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var sending sync.Mutex
	var wg sync.WaitGroup
	for _, input := range inputs {
		wg.Go(func() {
			for {
				select {
				case value, open := <-input:
					if !open {
						return
					}
					sending.Lock()
					select {
					case output <- value:
					case <-ctx.Done():
					}
					sending.Unlock()
				case <-ctx.Done():
					return
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
