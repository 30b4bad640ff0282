// The collector leaves when it has heard of the last element.
//
// The calls for other elements may still want to send. They wait for ever, and their
// results are missing.
//
// Fails: TestEachElementGetsOneCall TestMapReturnsWhenTheLastCallHasEnded TestEveryResultStandsWhereItsElementStands TestElementsAndResultsMayBeOfAnyType TestTheElementsStayAsTheyAre TestCallsOfMapShareNothing TestNoGoroutineIsLeftBehind TestNoResultIsLost TestCallsCanMeetInAnySchedule
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
		if r.index == len(in)-1 {
			break
		}
	}
	return out
}
