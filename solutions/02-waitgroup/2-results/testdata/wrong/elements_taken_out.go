// Each element is taken out of the slice when its call has been started.
//
// slices.Delete moves the others and writes zeros behind them, in the array that
// belongs to the caller.
//
// Fails: TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn
package results

import (
	"slices"
	"sync"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i := 0; len(in) > 0; i++ {
		element := in[0]
		in = slices.Delete(in, 0, 1)
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(element)
		}()
	}
	wg.Wait()
	return out
}
