// Every call closes the channel when it has sent its result.
//
// A channel is closed once, by somebody who knows that nobody sends any more. The
// second call to end finds it closed, and panics.
//
// Fails: race
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	results := make(chan result, len(in))
	for i, element := range in {
		go func() {
			results <- result{i, f(element)}
			close(results)
		}()
	}
	out := make([]Out, len(in))
	for range in {
		r := <-results
		out[r.index] = r.value
	}
	return out
}
