// Map asks again and again, without a pause, whether all have ended.
//
// It keeps a processor busy with nothing for as long as the longest call takes.
//
// Fails: TestEachElementGetsOneCall TestMapReturnsWhenTheLastCallHasEnded TestEveryResultStandsWhereItsElementStands TestAllCallsAreInProgressAtOnce TestElementsAndResultsMayBeOfAnyType TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn TestCallsOfMapShareNothing TestNoGoroutineIsLeftBehind TestCallsCanMeetInAnySchedule
package results

import (
	"runtime"
	"sync/atomic"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var running atomic.Int64
	running.Store(int64(len(in)))
	for i, element := range in {
		go func() {
			defer running.Add(-1)
			out[i] = f(element)
		}()
	}
	for running.Load() > 0 {
		runtime.Gosched()
	}
	return out
}
