// Map waits for the call that was started last.
//
// Started last is not ended last. The others may still be at work.
//
// Fails: race
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
	done := make(chan struct{})
	for i, element := range in {
		go func() {
			out[i] = f(element)
			if i == len(in)-1 {
				close(done)
			}
		}()
	}
	<-done
	return out
}
