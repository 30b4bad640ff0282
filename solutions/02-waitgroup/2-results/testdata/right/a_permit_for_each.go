// A semaphore turned round: the calls put a token each into a channel with room for
// all of them, and Map is done when it has taken out as many.
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	copied := append([]In(nil), in...)
	out := make([]Out, len(copied))
	ended := make(chan struct{}, len(copied))
	for i := range copied {
		go func() {
			defer func() { ended <- struct{}{} }()
			out[i] = f(copied[i])
		}()
	}
	for n := len(copied); n > 0; n-- {
		<-ended
	}
	return out
}
