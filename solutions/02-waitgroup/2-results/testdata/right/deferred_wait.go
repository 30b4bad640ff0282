// Wait stands in a defer, and return comes first. The slice that is returned has its
// length already, and its elements are written before the caller gets it.
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	var wg sync.WaitGroup
	defer wg.Wait()
	out := make([]Out, len(in))
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(element)
		}()
	}
	return out
}
