// At most a thousand elements are at work at once: they are taken in batches.
//
// The thousand and first waits for others to end, and nobody asked for a limit.
// Goroutines are cheap: there is no need to take them in portions.
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
