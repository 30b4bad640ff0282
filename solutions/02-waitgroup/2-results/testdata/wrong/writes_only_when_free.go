// A result is written only when the lock happens to be free.
//
// TryLock returns false while another call writes its result, and then this one is
// lost.
//
// Fails: TestNoResultIsLost
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			value := f(element)
			if mu.TryLock() {
				out[i] = value
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	return out
}
