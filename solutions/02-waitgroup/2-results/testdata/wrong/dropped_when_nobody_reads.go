// A result is dropped when nobody is there to take it at once.
//
// The select with a default never waits. While the collector puts one result in its
// place, the next one falls on the floor.
//
// Fails: TestCallsOfMapShareNothing TestNoResultIsLost
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	results := make(chan result)
	var calls, collector sync.WaitGroup
	out := make([]Out, len(in))
	collector.Go(func() {
		for r := range results {
			out[r.index] = r.value
		}
	})
	for i, element := range in {
		calls.Add(1)
		go func() {
			defer calls.Done()
			value := f(element)
			select {
			case results <- result{i, value}:
			default:
			}
		}()
	}
	calls.Wait()
	close(results)
	collector.Wait()
	return out
}
