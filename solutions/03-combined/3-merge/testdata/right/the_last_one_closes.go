// An atomic counter instead of a WaitGroup: the forwarder that makes it zero is the
// last one, and closes the output. With no inputs Merge does it.
package merge

import (
	"context"
	"sync/atomic"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	if len(inputs) == 0 {
		close(output)
		return output
	}
	var left atomic.Int64
	left.Store(int64(len(inputs)))
	for _, input := range inputs {
		go func() {
			defer func() {
				if left.Add(-1) == 0 {
					close(output)
				}
			}()
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
		}()
	}
	return output
}
