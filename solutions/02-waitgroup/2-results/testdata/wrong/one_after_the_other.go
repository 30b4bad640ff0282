// A plain loop, without any goroutine.
//
// The results are right and in order. But the calls wait for one another: three
// calls of an hour take three hours, and two calls that need each other never end.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded TestAllCallsAreInProgressAtOnce TestCallsCanMeetInAnySchedule
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	for i, element := range in {
		out[i] = f(element)
	}
	return out
}
