// A pool that is as large as the work: the jobs go through a channel to as many
// workers, who end when it is closed.
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	jobs := make(chan int)
	var workers sync.WaitGroup
	for range in {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for i := range jobs {
				out[i] = f(in[i])
			}
		}()
	}
	for i := range in {
		jobs <- i
	}
	close(jobs)
	workers.Wait()
	return out
}
