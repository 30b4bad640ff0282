// time.AfterFunc with no time to wait runs each call in a goroutine of its own.
package results

import (
	"sync"
	"time"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	wg.Add(len(in))
	for i := range in {
		time.AfterFunc(0, func() {
			defer wg.Done()
			out[i] = f(in[i])
		})
	}
	wg.Wait()
	return out
}
