// The results are put where the caller's slice has room to grow.
//
// append writes into the array behind a slice as long as there is capacity. That
// memory is not free: it may be the rest of the caller's own list.
//
// Fails: TestTheElementsStayAsTheyAre TestTheResultsHaveMemoryOfTheirOwn
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if same, ok := any(in).([]Out); ok && same != nil {
		out = append(same, same...)[len(same):]
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
