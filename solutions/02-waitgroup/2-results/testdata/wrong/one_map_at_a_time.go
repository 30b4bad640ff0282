// A mutex lets one Map run at a time.
//
// Nothing is shared, so there is nothing to protect. A Map inside the f of another
// waits for ever.
//
// Fails: TestCallsOfMapShareNothing
package results

import "sync"

var mu sync.Mutex

func Map[In, Out any](in []In, f func(In) Out) []Out {
	mu.Lock()
	defer mu.Unlock()
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
