// For nil Map returns nil, and for an empty slice an empty slice.
//
// It looks faithful. The caller who never has to ask for nil is better served.
//
// Fails: TestNoElementsGiveAnEmptySlice
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	if in == nil {
		return nil
	}
	out := make([]Out, len(in))
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
