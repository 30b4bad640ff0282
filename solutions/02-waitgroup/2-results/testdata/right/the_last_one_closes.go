// An atomic count instead of a WaitGroup. It is set before anybody starts, and
// whoever brings it to zero closes the channel that Map waits for.
package results

import "sync/atomic"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
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
