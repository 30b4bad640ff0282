// A millisecond passes between one start and the next.
//
// Somebody wanted to be gentle, or to make the order of the starts certain. A
// thousand elements now wait for a second before the last of them begins.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded TestAllCallsAreInProgressAtOnce TestCallsOfMapShareNothing TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import (
	"sync"
	"time"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(element)
		}()
		time.Sleep(time.Millisecond)
	}
	wg.Wait()
	return out
}
