// Fewer than ten elements are done without goroutines.
//
// Whether a goroutine is worth its price depends on how long f takes, not on the
// number of elements. Two calls that wait for each other never end.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded TestAllCallsAreInProgressAtOnce TestCallsCanMeetInAnySchedule
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) < 10 {
		for i, element := range in {
			out[i] = f(element)
		}
		return out
	}
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
