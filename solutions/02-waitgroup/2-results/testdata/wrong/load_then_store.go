// The count is loaded, made smaller and stored.
//
// Of two calls that end together one overwrites the other, and the count never
// comes to zero.
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
			left := running.Load() - 1
			running.Store(left)
			if left == 0 {
				close(all)
			}
		}()
	}
	<-all
	return out
}
