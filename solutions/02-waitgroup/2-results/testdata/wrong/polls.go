// Map looks every millisecond whether all have ended.
//
// It returns up to a millisecond late, and a thousand of these wake the machine a
// million times a second for nothing.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded TestCallsOfMapShareNothing TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import (
	"sync/atomic"
	"time"
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
		time.Sleep(time.Millisecond)
	}
	return out
}
