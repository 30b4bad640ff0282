// Every forwarder closes the output when its input is closed.
//
// The second one panics: the output is closed already. Or a slower one sends on a closed
// channel, and panics too. Only somebody who knows that all are done may close.
//
// Fails: race
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	for _, input := range inputs {
		go func() {
			defer close(output)
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
