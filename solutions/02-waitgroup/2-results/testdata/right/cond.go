// A mutex, a number and a sync.Cond. The number changes under the lock, so no
// signal can come between the look and the wait.
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	running := len(in)
	var mu sync.Mutex
	ended := sync.NewCond(&mu)
	for i, element := range in {
		go func() {
			value := f(element)
			mu.Lock()
			defer mu.Unlock()
			out[i] = value
			running--
			ended.Signal()
		}()
	}
	mu.Lock()
	defer mu.Unlock()
	for running > 0 {
		ended.Wait()
	}
	return out
}
