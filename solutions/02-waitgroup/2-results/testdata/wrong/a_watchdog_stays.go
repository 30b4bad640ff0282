// A watchdog is to sound the alarm after an hour, and nobody sends it home.
//
// Map returns in time, and for the rest of the hour one goroutine sleeps on. A
// thousand calls a second make 3.6 million of them.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded TestEveryResultStandsWhereItsElementStands TestAllCallsAreInProgressAtOnce TestElementsAndResultsMayBeOfAnyType TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn TestCallsOfMapShareNothing TestNoGoroutineIsLeftBehind TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import (
	"sync"
	"sync/atomic"
	"time"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
	var late atomic.Bool
	go func() {
		time.Sleep(time.Hour)
		late.Store(true)
	}()
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(element)
		}()
	}
	wg.Wait()
	return out
}
