// One WaitGroup for all calls of Map.
//
// Two calls that run at the same time wait for each other's elements, and a Map
// inside the f of another waits for itself.
//
// Fails: TestCallsOfMapShareNothing
package results

import "sync"

var wg sync.WaitGroup

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
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
