// Each call starts the next one before it does its own work, and waits for it
// afterwards. Nobody keeps a count.
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) > 0 {
		link(out, in, f)
	}
	return out
}

// link does the first element here, and lets another goroutine do the rest.
func link[In, Out any](out []Out, in []In, f func(In) Out) {
	rest := make(chan struct{})
	if len(in) == 1 {
		close(rest)
	} else {
		go func() {
			defer close(rest)
			link(out[1:], in[1:], f)
		}()
	}
	out[0] = f(in[0])
	<-rest
}
