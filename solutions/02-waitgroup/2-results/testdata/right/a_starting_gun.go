// All goroutines wait for a closed channel before they call f, and the caller does
// the first element after it has closed it. A second channel counts them home.
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	if len(in) == 0 {
		return make([]Out, 0)
	}
	out := make([]Out, len(in))
	gun, home := make(chan struct{}), make(chan bool)
	for i := range in[1:] {
		go func() {
			<-gun
			out[1+i] = f(in[1+i])
			home <- true
		}()
	}
	close(gun)
	out[0] = f(in[0])
	for range in[1:] {
		<-home
	}
	return out
}
