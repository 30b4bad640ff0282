// Whoever has a value waits for the only turn to send it. The turn is a channel with
// one element; it adds nothing, since the output lets one through at a time anyway, and
// it does no harm.
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output, turn := make(chan T), make(chan struct{}, 1)
	turn <- struct{}{}
	var wg sync.WaitGroup
	for _, input := range inputs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				select {
				case value, open := <-input:
					if !open || !passOn(ctx, turn, output, value) {
						return
					}
				case <-ctx.Done():
					return
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

func passOn[T any](ctx context.Context, turn chan struct{}, output chan<- T, value T) bool {
	select {
	case <-turn:
	case <-ctx.Done():
		return false
	}
	defer func() { turn <- struct{}{} }()
	select {
	case output <- value:
		return true
	case <-ctx.Done():
		return false
	}
}
