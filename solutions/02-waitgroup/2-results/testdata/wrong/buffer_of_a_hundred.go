// The channel has room for a hundred results, and is read when all have ended.
//
// A larger buffer moves the deadlock to a larger input. With len(in) as its size it
// would be right.
//
// Fails: TestEveryResultStandsWhereItsElementStands TestAllCallsAreInProgressAtOnce
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	results := make(chan result, 100)
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- result{i, f(element)}
		}()
	}
	wg.Wait()
	close(results)
	out := make([]Out, len(in))
	for r := range results {
		out[r.index] = r.value
	}
	return out
}
