// The last call to find the channel empty closes it.
//
// len of a channel says how it was a moment ago. Another call may be just about to
// send.
//
// Fails: TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
	running := make(chan struct{}, len(in))
	for range in {
		running <- struct{}{}
	}
	all := make(chan struct{})
	for i, element := range in {
		go func() {
			out[i] = f(element)
			<-running
			if len(running) == 0 {
				close(all)
			}
		}()
	}
	<-all
	return out
}
