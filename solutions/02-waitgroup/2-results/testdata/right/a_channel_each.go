// Each element has a channel of its own, with room for one result. Map reads the
// channels from first to last, whichever is filled first.
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make([]chan Out, len(in))
	for i, element := range in {
		results[i] = make(chan Out, 1)
		go func() { results[i] <- f(element) }()
	}
	out := make([]Out, 0, len(in))
	for _, result := range results {
		out = append(out, <-result)
	}
	return out
}
