// The goroutine that waits and closes the channel is started before the first Add.
//
// It may find the count at zero, because nobody has been counted yet. Then it closes
// the channel on which the calls are about to send.
//
// Fails: race
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	results := make(chan result)
	var wg sync.WaitGroup
	go func() {
		wg.Wait()
		close(results)
	}()
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- result{i, f(element)}
		}()
	}
	out := make([]Out, len(in))
	for r := range results {
		out[r.index] = r.value
	}
	return out
}
