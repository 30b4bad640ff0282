// Map waits for one signal, without a loop around it.
//
// A signal says that something has changed, not that all is done. Whoever wakes
// has to look again.
//
// Fails: race
package results

import (
	"slices"
	"sync"
)

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
	if running > 0 {
		ended.Wait()
	}
	return slices.Clone(out)
}
