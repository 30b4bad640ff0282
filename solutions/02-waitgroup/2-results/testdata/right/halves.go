// Recursion: one half in a new goroutine, the other half here. The last call of each
// branch runs in the goroutine it came in, one of them in the caller's.
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	into(out, in, f)
	return out
}

func into[In, Out any](out []Out, in []In, f func(In) Out) {
	switch n := len(in) / 2; {
	case len(in) == 0:
	case len(in) == 1:
		out[0] = f(in[0])
	default:
		done := make(chan struct{})
		go func() {
			defer close(done)
			into(out[:n], in[:n], f)
		}()
		into(out[n:], in[n:], f)
		<-done
	}
}
