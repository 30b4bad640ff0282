// The goroutine that collects the results is never told that there are no more.
//
// It ranges over a channel that nobody closes. Each call of Map leaves one behind,
// and after a million calls the memory is full of them.
//
// Fails: TestNoElementsGiveAnEmptySlice TestEachElementGetsOneCall TestMapReturnsWhenTheLastCallHasEnded TestEveryResultStandsWhereItsElementStands TestAllCallsAreInProgressAtOnce TestElementsAndResultsMayBeOfAnyType TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn TestCallsOfMapShareNothing TestNoGoroutineIsLeftBehind TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	out := make([]Out, len(in))
	results := make(chan result)
	var wg sync.WaitGroup
	wg.Add(len(in))
	go func() {
		for r := range results {
			out[r.index] = r.value
			wg.Done()
		}
	}()
	for i, element := range in {
		go func() { results <- result{i, f(element)} }()
	}
	wg.Wait()
	return out
}
