// The collector receives once too little.
//
// An index ends at len(in)-1, and a loop that counts from zero does not. One call
// waits for ever to hand over its result, and the caller misses it.
//
// Fails: TestEachElementGetsOneCall TestMapReturnsWhenTheLastCallHasEnded TestEveryResultStandsWhereItsElementStands TestAllCallsAreInProgressAtOnce TestElementsAndResultsMayBeOfAnyType TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn TestCallsOfMapShareNothing TestNoGoroutineIsLeftBehind TestNoResultIsLost TestCallsCanMeetInAnySchedule
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
	for n := 0; n < len(in)-1; n++ {
		r := <-results
		out[r.index] = r.value
	}
	return out
}
