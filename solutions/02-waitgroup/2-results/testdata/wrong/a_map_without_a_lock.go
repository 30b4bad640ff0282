// The results are written to a map, without a lock.
//
// Two elements of a slice are two variables. Two entries of a map are not: whoever
// writes one of them may move all the others.
//
// Fails: race
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make(map[int]Out, len(in))
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = f(element)
		}()
	}
	wg.Wait()
	out := make([]Out, len(in))
	for i := range out {
		out[i] = results[i]
	}
	return out
}
