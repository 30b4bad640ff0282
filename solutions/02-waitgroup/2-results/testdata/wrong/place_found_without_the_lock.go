// The lock is taken for append, and the place is worked out before it.
//
// len(out) is read while another goroutine appends.
//
// Fails: race
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	var places []int
	var values []Out
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			value := f(element)
			place := len(places)
			mu.Lock()
			defer mu.Unlock()
			places = append(places[:place], i)
			values = append(values[:place], value)
		}()
	}
	wg.Wait()
	out := make([]Out, len(in))
	for n, i := range places {
		out[i] = values[n]
	}
	return out
}
