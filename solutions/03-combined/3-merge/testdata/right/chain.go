// No counter at all: the forwarders form a chain. Each waits, when it has finished,
// for the one before it, and whoever waits for the last one closes the output.
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	before := make(chan struct{})
	close(before)
	for _, input := range inputs {
		before = link(ctx, before, input, output)
	}
	go func() {
		<-before
		close(output)
	}()
	return output
}

func link[T any](ctx context.Context, before <-chan struct{}, input <-chan T, output chan<- T) chan struct{} {
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		defer func() { <-before }()
		for {
			var value T
			var open bool
			select {
			case value, open = <-input:
			case <-ctx.Done():
			}
			if !open {
				return
			}
			select {
			case output <- value:
			case <-ctx.Done():
				return
			}
		}
	}()
	return finished
}
