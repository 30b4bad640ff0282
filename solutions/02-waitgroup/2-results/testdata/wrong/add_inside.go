// Add stands inside the goroutine.
//
// Nobody says that the goroutine has begun when Wait is called. A count that is
// still zero means for Wait that there is nothing to wait for.
//
// Fails: race
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i, element := range in {
		go func() {
			wg.Add(1)
			defer wg.Done()
			out[i] = f(element)
		}()
	}
	wg.Wait()
	return out
}
