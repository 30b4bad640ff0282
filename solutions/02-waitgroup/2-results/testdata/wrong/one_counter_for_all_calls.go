// All calls of Map draw their numbers from one counter, which each of them sets to zero.
//
// Two Maps at the same time draw from it in turn, and one of them finds a number
// that is larger than its slice.
//
// Fails: TestCallsOfMapShareNothing
package results

import (
	"sync"
	"sync/atomic"
)

var next atomic.Int64

func Map[In, Out any](in []In, f func(In) Out) []Out {
	next.Store(0)
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			i := next.Add(1) - 1
			out[i] = f(in[i])
		}()
	}
	wg.Wait()
	return out
}
