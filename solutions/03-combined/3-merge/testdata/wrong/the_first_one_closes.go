// The output is closed, once, by the forwarder that ends first.
//
// A sync.Once makes sure that nobody closes twice, and not that everybody has finished.
// The others still have values, and the output takes no more: they panic.
//
// Fails: race
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var once sync.Once
	for _, input := range inputs {
		go func() {
			defer once.Do(func() { close(output) })
			forward(ctx, input, output)
		}()
	}
	if len(inputs) == 0 {
		close(output)
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
