// One goroutine waits for the others and closes the channel; Map ranges over it. The
// closer is started after every Add, so it can't find the count at zero too early.
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make(chan func([]Out), 1)
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			value := f(element)
			results <- func(out []Out) { out[i] = value }
		}()
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	out := make([]Out, len(in))
	for place := range results {
		place(out)
	}
	return out
}
