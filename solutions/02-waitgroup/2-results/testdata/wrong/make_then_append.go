// The slice is made with a length, and then appended to.
//
// make([]Out, n) has n elements already, all zero. append puts the results behind
// them. It takes make([]Out, 0, n), or an assignment to an index.
//
// Fails: TestEachElementGetsOneCall TestEveryResultStandsWhereItsElementStands TestElementsAndResultsMayBeOfAnyType TestCallsOfMapShareNothing TestNoResultIsLost
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make([]chan Out, len(in))
	for i, element := range in {
		results[i] = make(chan Out, 1)
		go func() { results[i] <- f(element) }()
	}
	out := make([]Out, len(in))
	for _, result := range results {
		out = append(out, <-result)
	}
	return out
}
