// As many workers as elements, and no worker has an element of its own: each draws
// the next number. Which worker does what is left to chance, and does not matter.
package results

import (
	"sync"
	"sync/atomic"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range in {
		wg.Go(func() {
			i := next.Add(1) - 1
			out[i] = f(in[i])
		})
	}
	wg.Wait()
	return out
}
