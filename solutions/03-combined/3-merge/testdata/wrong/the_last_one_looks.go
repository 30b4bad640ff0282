// Whoever leaves looks whether all the others have left already.
//
// To look and then to leave is two steps. When two forwarders look at the same moment,
// each sees the other one still there, and nobody closes.
//
// Fails: race
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	if len(inputs) == 0 {
		close(output)
	}
	left := make(chan struct{}, len(inputs))
	for _, input := range inputs {
		go func() {
			forward(ctx, input, output)
			if len(left) == len(inputs)-1 {
				close(output)
				return
			}
			left <- struct{}{}
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
