// A call counts itself, and then looks whether it was the last one.
//
// Two calls that end together both see zero, and both close the channel. Closing a
// closed channel is a panic.
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
			running.Add(-1)
			if running.Load() == 0 {
				close(all)
			}
		}()
	}
	<-all
	return out
}
