// The signal comes without the lock, and may come too early.
//
// Map looks, finds one call still running, and is about to wait. In that moment the
// call ends and signals, and nobody hears it. Map then waits for a signal that has
// been.
//
// Fails: TestCallsOfMapShareNothing TestNoResultIsLost TestCallsCanMeetInAnySchedule
package results

import (
	"sync"
	"sync/atomic"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var running atomic.Int64
	running.Store(int64(len(in)))
	var mu sync.Mutex
	ended := sync.NewCond(&mu)
	for i, element := range in {
		go func() {
			out[i] = f(element)
			running.Add(-1)
			ended.Signal()
		}()
	}
	mu.Lock()
	defer mu.Unlock()
	for running.Load() > 0 {
		ended.Wait()
	}
	return out
}
