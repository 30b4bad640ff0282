// The count of the running calls is a plain int.
//
// running-- reads, subtracts and writes. Two calls that end together take off one
// between them, and Map waits for ever.
//
// Fails: race
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
	running := len(in)
	all := make(chan struct{})
	for i, element := range in {
		go func() {
			out[i] = f(element)
			running--
			if running == 0 {
				close(all)
			}
		}()
	}
	<-all
	return out
}
