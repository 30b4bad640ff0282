// A new worker is started only when none is idle.
//
// Between the look at the number of idle workers and the moment in which one of
// them takes the job, that worker may be given to somebody else, too. Then two calls
// share one worker, and the second waits for the first.
//
// Fails: TestCallsCanMeetInAnySchedule
package results

import (
	"sync"
	"sync/atomic"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	jobs := make(chan int, len(in))
	var idle atomic.Int64
	var wg sync.WaitGroup
	for i := range in {
		jobs <- i
		if idle.Load() > 0 {
			continue
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range jobs {
				out[i] = f(in[i])
				idle.Add(1)
			}
		}()
	}
	close(jobs)
	wg.Wait()
	return out
}
