// The last call closes the channel that Map waits for. Without elements there is no last call.
//
// Map with an empty slice waits for ever.
//
// Fails: TestNoElementsGiveAnEmptySlice TestNoGoroutineIsLeftBehind
package results

import "sync/atomic"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var running atomic.Int64
	running.Store(int64(len(in)))
	all := make(chan struct{})
	for i, element := range in {
		go func() {
			out[i] = f(element)
			if running.Add(-1) == 0 {
				close(all)
			}
		}()
	}
	<-all
	return out
}
