// A goroutine for each two inputs, with a plain select: an input that has closed
// becomes nil, and is never ready again.
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var wg sync.WaitGroup
	for len(inputs) > 0 {
		a, b := inputs[0], (<-chan T)(nil)
		open := 1
		if len(inputs) > 1 {
			b, open = inputs[1], 2
		}
		inputs = inputs[open:]
		wg.Add(1)
		go func() {
			defer wg.Done()
			for open > 0 {
				var value T
				var ok bool
				select {
				case <-ctx.Done():
					return
				case value, ok = <-a:
					if !ok {
						a = nil
					}
				case value, ok = <-b:
					if !ok {
						b = nil
					}
				}
				if !ok {
					open--
					continue
				}
				select {
				case <-ctx.Done():
					return
				case output <- value:
				}
			}
		}()
	}
	go func() {
		wg.Wait()
		close(output)
	}()
	return output
}
