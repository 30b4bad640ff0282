// Each goroutine has a mutex of its own.
//
// A lock keeps out whoever asks for the same one. These are as many as there are
// goroutines, and nobody ever waits.
//
// Fails: race
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	var results []result
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var mu sync.Mutex
			value := f(element)
			mu.Lock()
			defer mu.Unlock()
			results = append(results, result{i, value})
		}()
	}
	wg.Wait()
	out := make([]Out, len(in))
	for _, r := range results {
		out[r.index] = r.value
	}
	return out
}
