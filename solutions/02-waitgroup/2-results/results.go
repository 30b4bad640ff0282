// Package results asks everybody the same question at the same time, and
// collects the answers.
package results

import "sync"

// Map calls f with each element of in, all of them concurrently, and returns
// the results when the last call has ended. The result for in[i] stands at
// index i.
func Map[In, Out any](in []In, f func(In) Out) []Out {
	// Every result has its place before the first call starts. Two goroutines
	// that write to different elements of a slice share nothing, so no lock is
	// needed, and the order in which they end makes no difference.
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
