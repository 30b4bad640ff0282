// One value of each input in turn.
//
// That is fair, and waits for every single one: an input that says nothing stops the
// round.
//
// Fails: TestASilentInputHoldsUpNoOther TestANilInputNeverCloses
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	go func() {
		defer close(output)
		closed := make(map[int]bool)
		for len(closed) < len(inputs) {
			for i, input := range inputs {
				if closed[i] {
					continue
				}
				select {
				case value, open := <-input:
					if !open {
						closed[i] = true
						continue
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
	}()
	return output
}
