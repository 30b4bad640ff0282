// Map waits for the calls first, and reads their results afterwards.
//
// The channel has no buffer, so each call waits until somebody reads. The reader
// waits for the calls. Nobody gives in.
//
// Fails: TestEachElementGetsOneCall TestMapReturnsWhenTheLastCallHasEnded TestEveryResultStandsWhereItsElementStands TestAllCallsAreInProgressAtOnce TestElementsAndResultsMayBeOfAnyType TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn TestCallsOfMapShareNothing TestNoGoroutineIsLeftBehind TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	results := make(chan result)
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- result{i, f(element)}
		}()
	}
	wg.Wait()
	close(results)
	out := make([]Out, len(in))
	for r := range results {
		out[r.index] = r.value
	}
	return out
}
