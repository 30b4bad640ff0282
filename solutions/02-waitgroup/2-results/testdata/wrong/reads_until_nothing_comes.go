// Map collects results until none has come for a while.
//
// How long is a while? A call that takes longer than its author thought is taken
// for one that has ended, and its result is lost.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded TestCallsOfMapShareNothing TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import "time"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	results := make(chan result, len(in))
	for i, element := range in {
		go func() { results <- result{i, f(element)} }()
	}
	out := make([]Out, len(in))
	for {
		select {
		case r := <-results:
			out[r.index] = r.value
		case <-time.After(100 * time.Millisecond):
			return out
		}
	}
}
