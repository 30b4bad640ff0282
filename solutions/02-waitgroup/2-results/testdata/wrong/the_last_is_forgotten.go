// The loop ends one element early.
//
// `i < len(in)-1` leaves out the last one. range over the slice can't be off by one.
//
// Fails: TestEachElementGetsOneCall TestMapReturnsWhenTheLastCallHasEnded TestEveryResultStandsWhereItsElementStands TestAllCallsAreInProgressAtOnce TestElementsAndResultsMayBeOfAnyType TestCallsOfMapShareNothing TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i := 0; i < len(in)-1; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(in[i])
		}()
	}
	wg.Wait()
	return out
}
