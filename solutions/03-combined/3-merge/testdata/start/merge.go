// Package merge brings many channels together in one.
//
// The Merge below takes one input after the other, and it has no ear for ctx.
// While it waits for the first input nobody hears the second, and nothing can
// make it stop. Make it listen to all of them.
package merge

import "context"

// Merge returns a channel, the output, on which the values of all inputs come
// out. It returns at once; what it has to do, goroutines do.
//
//   - Every value of every input comes out once. The values of one input come
//     out in the order in which they went in. Between two inputs there is no
//     order. A zero value is a value, and so is nil.
//   - All inputs are listened to at the same time, however many there are, a
//     thousand too: one that says nothing holds up no other.
//   - The output is closed, once, when all inputs are closed and their last
//     values have come out. When there are no inputs, it is closed without
//     anybody's doing.
//   - An input that is nil says nothing and never closes. The output then stays
//     open until ctx ends.
//   - A channel that is given twice counts as two inputs. Each of its values
//     comes out once, in any order.
//   - A reader that stops reading stops the producers: of each input Merge never
//     holds more than one value. It holds what it has received from the input
//     and the reader has not yet received from the output, wherever that is
//     kept. A buffer counts.
//   - When ctx ends, the output is closed, even if nobody sends, receives or
//     closes anything from then on. The same goes for a ctx that had ended
//     before the call. Values that Merge holds at that moment may be lost. A few
//     may still come out, but no more than a few, however many wait in the
//     inputs.
//   - When the output is closed, for whichever reason, no goroutine is left
//     behind, and a ctx that ends later changes nothing.
//   - While nothing comes and nobody reads, Merge rests: no loop of it goes round
//     and round, or wakes up now and then, not even to look at ctx or at an input
//     that has closed.
//   - Two calls of Merge share nothing.
func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	go func() {
		defer close(output)
		for _, input := range inputs {
			for value := range input {
				output <- value
			}
		}
	}()
	return output
}
