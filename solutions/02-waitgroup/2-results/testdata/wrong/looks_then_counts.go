// A call looks whether it is the last one, and then counts itself.
//
// Two calls that end together both see two, neither thinks that it is the last, and
// Map waits for ever. The look and the count have to be one step: Add returns the
// new value.
//
// Fails: TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import "sync/atomic"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
	var running atomic.Int64
	running.Store(int64(len(in)))
	all := make(chan struct{})
	for i, element := range in {
		go func() {
			out[i] = f(element)
			last := running.Load() == 1
			running.Add(-1)
			if last {
				close(all)
			}
		}()
	}
	<-all
	return out
}
