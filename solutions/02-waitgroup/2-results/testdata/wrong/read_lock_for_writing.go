// The calls hold a read lock while they write to the map.
//
// A read lock lets in everybody who also only wants to read. Whoever writes needs
// Lock.
//
// Fails: race
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make(map[int]Out, len(in))
	var mu sync.RWMutex
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			value := f(element)
			mu.RLock()
			defer mu.RUnlock()
			results[i] = value
		}()
	}
	wg.Wait()
	out := make([]Out, len(in))
	for i := range out {
		out[i] = results[i]
	}
	return out
}
