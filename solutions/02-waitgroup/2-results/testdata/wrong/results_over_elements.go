// When In and Out are the same type, the results are written over the elements.
//
// That saves an allocation, and the caller's slice is gone.
//
// Fails: TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out, same := any(in).([]Out)
	if !same || out == nil {
		out = make([]Out, len(in))
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
