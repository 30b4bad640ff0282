// Map remembers the slices that it was called with, and their results.
//
// The same slice may hold other elements the next time.
//
// Fails: TestCallsOfMapShareNothing
package results

import (
	"slices"
	"sync"
)

var known sync.Map

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
	if seen, ok := known.Load(&in[0]); ok {
		if results, ok := seen.([]Out); ok && len(results) == len(in) {
			return slices.Clone(results)
		}
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
	known.Store(&in[0], slices.Clone(out))
	return out
}
