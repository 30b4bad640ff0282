// No WaitGroup: each call sends its index and its result, and Map receives as many
// times as there are elements. The receiver alone writes to the slice.
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	results := make(chan result)
	for i, element := range in {
		go func() { results <- result{i, f(element)} }()
	}
	out := make([]Out, len(in))
	for range in {
		r := <-results
		out[r.index] = r.value
	}
	return out
}
