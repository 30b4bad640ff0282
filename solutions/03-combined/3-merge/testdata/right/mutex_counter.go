// A mutex around a plain count, and a nil channel in the place of a nested select:
// while a forwarder holds a value it listens to no input, and while it holds none it
// offers nothing.
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var mu sync.Mutex
	left := len(inputs) + 1 // one for Merge itself, so that no inputs need no special case
	leave := func() {
		mu.Lock()
		defer mu.Unlock()
		left--
		if left == 0 {
			close(output)
		}
	}
	for _, input := range inputs {
		go func() {
			defer leave()
			var held T
			from, to := input, (chan T)(nil)
			for {
				select {
				case value, open := <-from:
					if !open {
						return
					}
					held, from, to = value, nil, output
				case to <- held:
					from, to = input, nil
				case <-ctx.Done():
					return
				}
			}
		}()
	}
	leave()
	return output
}
