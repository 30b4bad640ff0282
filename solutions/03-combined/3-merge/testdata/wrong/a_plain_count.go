// The forwarders count down a plain int.
//
// `left--` reads, subtracts and writes, and two of them at once may lose one of the two.
// Then nobody is the last, and the output stays open.
//
// Fails: race
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	if len(inputs) == 0 {
		close(output)
	}
	left := len(inputs)
	for _, input := range inputs {
		go func() {
			forward(ctx, input, output)
			left--
			if left == 0 {
				close(output)
			}
		}()
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
