// Recursion: half of the inputs is merged by one goroutine and half by another, down
// to single ones. The values do not climb the tree, which would hold one more at each
// branch: every leaf sends straight to the output, and only the end climbs.
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	go func() {
		defer close(output)
		into(ctx, output, inputs)
	}()
	return output
}

// into returns when all of the inputs are closed, or ctx has ended.
func into[T any](ctx context.Context, output chan<- T, inputs []<-chan T) {
	switch len(inputs) {
	case 0:
	case 1:
		for {
			select {
			case value, open := <-inputs[0]:
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
	default:
		half := len(inputs) / 2
		other := make(chan struct{})
		go func() {
			defer close(other)
			into(ctx, output, inputs[:half])
		}()
		into(ctx, output, inputs[half:])
		<-other
	}
}
