// The caller's goroutine does the first element before it starts the others.
//
// One of the calls may run in the caller's goroutine, but only when the others are
// on their way: until it has ended, nobody else starts.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded TestAllCallsAreInProgressAtOnce
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
	out[0] = f(in[0])
	var wg sync.WaitGroup
	for i, element := range in[1:] {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i+1] = f(element)
		}()
	}
	wg.Wait()
	return out
}
