// The inputs are read one after the other.
//
// ctx is looked after, in both places, and yet nobody listens to the second input as
// long as the first one is open. One that says nothing holds up all behind it.
//
// Fails: TestASilentInputHoldsUpNoOther TestANilInputNeverCloses
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	go func() {
		defer close(output)
		for _, input := range inputs {
			forward(ctx, input, output)
		}
	}()
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
