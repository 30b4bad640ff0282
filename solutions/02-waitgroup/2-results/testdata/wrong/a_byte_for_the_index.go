// The index of a result travels as a uint8.
//
// Who has more than 255 elements? Number 256 gets the place of number 0.
//
// Fails: TestEveryResultStandsWhereItsElementStands
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index uint8
		value Out
	}
	results := make(chan result)
	for i, element := range in {
		go func() { results <- result{uint8(i), f(element)} }()
	}
	out := make([]Out, len(in))
	for range in {
		r := <-results
		out[r.index] = r.value
	}
	return out
}
