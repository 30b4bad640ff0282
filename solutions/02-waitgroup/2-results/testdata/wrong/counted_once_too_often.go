// The WaitGroup counts the elements twice: before the loop, and in it.
//
// Half of the count is never taken back, and Wait never returns.
//
// Fails: TestEachElementGetsOneCall TestMapReturnsWhenTheLastCallHasEnded TestEveryResultStandsWhereItsElementStands TestAllCallsAreInProgressAtOnce TestElementsAndResultsMayBeOfAnyType TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn TestCallsOfMapShareNothing TestNoGoroutineIsLeftBehind TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	wg.Add(len(in))
	for i, element := range in {
		wg.Go(func() { out[i] = f(element) })
	}
	wg.Wait()
	return out
}
