// Without elements Map returns nil.
//
// `var out []Out` is nil until somebody appends. A caller who turns the result into
// JSON then sends null where the reader expects [].
//
// Fails: TestNoElementsGiveAnEmptySlice
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make([]chan Out, len(in))
	for i, element := range in {
		results[i] = make(chan Out, 1)
		go func() { results[i] <- f(element) }()
	}
	var out []Out
	for _, result := range results {
		out = append(out, <-result)
	}
	return out
}
