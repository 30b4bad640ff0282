// The WaitGroup is handed to the goroutines by value.
//
// Each goroutine counts its own copy down. The one that Map waits for stays where
// it is. (go vet sees this; go test does not ask it to.)
//
// Fails: TestEachElementGetsOneCall TestMapReturnsWhenTheLastCallHasEnded TestEveryResultStandsWhereItsElementStands TestAllCallsAreInProgressAtOnce TestElementsAndResultsMayBeOfAnyType TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn TestCallsOfMapShareNothing TestNoGoroutineIsLeftBehind TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func(wg sync.WaitGroup) {
			defer wg.Done()
			out[i] = f(element)
		}(wg)
	}
	wg.Wait()
	return out
}
