// Map stops reading as soon as it hears that all have ended.
//
// When a result and the news of the end are both there, select picks one of them at
// random. If it is the news, the result stays in the channel.
//
// Fails: TestNoResultIsLost TestCallsOfMapShareNothing
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	results := make(chan result, len(in))
	all := make(chan struct{})
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- result{i, f(element)}
		}()
	}
	go func() {
		wg.Wait()
		close(all)
	}()
	out := make([]Out, len(in))
	for {
		select {
		case r := <-results:
			out[r.index] = r.value
		case <-all:
			return out
		}
	}
}
