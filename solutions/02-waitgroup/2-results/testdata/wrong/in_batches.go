// The elements are done in batches of a thousand.
//
// Whoever is in the second batch waits for the slowest of the first. Goroutines are
// cheap: there is no need to take them in portions.
//
// Fails: TestAllCallsAreInProgressAtOnce
package results

import (
	"slices"
	"sync"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, 0, len(in))
	for batch := range slices.Chunk(in, 1000) {
		results := make([]Out, len(batch))
		var wg sync.WaitGroup
		for i, element := range batch {
			wg.Add(1)
			go func() {
				defer wg.Done()
				results[i] = f(element)
			}()
		}
		wg.Wait()
		out = append(out, results...)
	}
	return out
}
