// wg.Go counts down by itself, and the function that it runs counts down once more.
//
// The count is below zero when the second of the two is reached, and that is a panic.
//
// Fails: TestAllCallsAreInProgressAtOnce TestCallsCanMeetInAnySchedule TestCallsOfMapShareNothing TestEachElementGetsOneCall TestElementsAndResultsMayBeOfAnyType TestEveryResultStandsWhereItsElementStands TestMapReturnsWhenTheLastCallHasEnded TestNoGoroutineIsLeftBehind TestNoResultIsLost TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Go(func() {
			defer wg.Done()
			out[i] = f(element)
		})
	}
	wg.Wait()
	return out
}
