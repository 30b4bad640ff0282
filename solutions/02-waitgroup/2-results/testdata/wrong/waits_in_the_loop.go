// Wait stands inside the loop.
//
// Each call has a goroutine of its own, and the next is not started before it has
// ended. It looks concurrent, and is a plain loop with more work.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded TestAllCallsAreInProgressAtOnce TestCallsCanMeetInAnySchedule
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(element)
		}()
		wg.Wait()
	}
	return out
}
