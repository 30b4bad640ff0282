// The slice is reversed in place, so that the last goroutine to start does the first element.
//
// Goroutines tend to start with the newest one. That is an accident, and the slice
// is the caller's.
//
// Fails: TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn
package results

import (
	"slices"
	"sync"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	slices.Reverse(in)
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[len(out)-1-i] = f(element)
		}()
	}
	wg.Wait()
	return out
}
