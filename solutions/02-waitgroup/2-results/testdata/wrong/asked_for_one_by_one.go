// Each result is waited for in the loop that starts the calls.
//
// `out[i] = <-result` on the line after go looks like an assignment, and is a wait:
// the next call starts when this one has ended.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded TestAllCallsAreInProgressAtOnce TestCallsCanMeetInAnySchedule
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	for i, element := range in {
		result := make(chan Out)
		go func() { result <- f(element) }()
		out[i] = <-result
	}
	return out
}
