// Each goroutine does two elements, one after the other.
//
// Half as many goroutines, and half as many calls at once.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded TestAllCallsAreInProgressAtOnce
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for start := 0; start < len(in); start += 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := start; i < min(start+2, len(in)); i++ {
				out[i] = f(in[i])
			}
		}()
	}
	wg.Wait()
	return out
}
