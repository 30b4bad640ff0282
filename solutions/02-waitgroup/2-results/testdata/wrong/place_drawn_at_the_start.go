// Each goroutine draws the number of its place when it starts.
//
// Goroutines do not start in the order of their go statements. The place has to be
// decided in the loop, before the goroutine begins.
//
// Fails: TestEveryResultStandsWhereItsElementStands TestNoResultIsLost
package results

import (
	"sync"
	"sync/atomic"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var place atomic.Int64
	var wg sync.WaitGroup
	for _, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			i := place.Add(1) - 1
			out[i] = f(element)
		}()
	}
	wg.Wait()
	return out
}
