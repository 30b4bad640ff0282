// The first input is merged with the merge of the rest.
//
// It is right for the reader, and not for the producers: the last of a thousand inputs has
// a thousand forwarders between it and the reader, each of which holds one of its values.
//
// Fails: TestAReaderThatStopsReadingStopsTheProducers
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var first, rest <-chan T
	switch len(inputs) {
	case 0:
		close(output)
		return output
	case 1:
		first = inputs[0]
	default:
		first, rest = inputs[0], Merge(ctx, inputs[1:]...)
	}
	go func() {
		defer close(output)
		closed := 0
		for closed < min(len(inputs), 2) {
			var value T
			var open bool
			select {
			case value, open = <-first:
				if !open {
					first = nil
				}
			case value, open = <-rest:
				if !open {
					rest = nil
				}
			case <-ctx.Done():
				return
			}
			if !open {
				closed++
				continue
			}
			select {
			case output <- value:
			case <-ctx.Done():
				return
			}
		}
	}()
	return output
}
