// The start with a mutex: the calls append under a lock, each result with its index,
// and Map sorts when all have ended.
package results

import (
	"cmp"
	"slices"
	"sync"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type result struct {
		index int
		value Out
	}
	var (
		mu      sync.Mutex
		results []result
		wg      sync.WaitGroup
	)
	wg.Add(len(in))
	for i, element := range in {
		go func() {
			defer wg.Done()
			value := f(element)
			mu.Lock()
			defer mu.Unlock()
			results = append(results, result{i, value})
		}()
	}
	wg.Wait()
	slices.SortFunc(results, func(a, b result) int { return cmp.Compare(a.index, b.index) })
	out := make([]Out, 0, len(in))
	for _, r := range results {
		out = append(out, r.value)
	}
	return out
}
