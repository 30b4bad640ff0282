// Map goes on when the first call has ended.
//
// sync.Once is for what may happen once. That all have ended is something else, and
// it takes a count to know.
//
// Fails: race
package results

import (
	"slices"
	"sync"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
	var mu sync.Mutex
	var once sync.Once
	done := make(chan struct{})
	for i, element := range in {
		go func() {
			value := f(element)
			mu.Lock()
			out[i] = value
			mu.Unlock()
			once.Do(func() { close(done) })
		}()
	}
	<-done
	mu.Lock()
	defer mu.Unlock()
	return slices.Clone(out)
}
