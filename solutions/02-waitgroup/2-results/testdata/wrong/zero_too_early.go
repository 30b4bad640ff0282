// Each call is counted when it is started, and whoever brings the count to zero ends the waiting.
//
// The first call may have ended before the second is counted. The count is zero
// then, and not because all have ended.
//
// Fails: race
package results

import (
	"slices"
	"sync"
	"sync/atomic"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
	var mu sync.Mutex
	var running atomic.Int64
	var once sync.Once
	all := make(chan struct{})
	for i, element := range in {
		running.Add(1)
		go func() {
			value := f(element)
			mu.Lock()
			out[i] = value
			mu.Unlock()
			if running.Add(-1) == 0 {
				once.Do(func() { close(all) })
			}
		}()
	}
	<-all
	mu.Lock()
	defer mu.Unlock()
	return slices.Clone(out)
}
