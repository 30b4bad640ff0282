// Under the lock the slice is copied; outside it the copy grows and is stored.
//
// Two calls that end together both grow the same slice, and the second store drops
// the result of the first. The lock has to cover the way from the look to the store.
//
// Fails: TestNoResultIsLost
package results

import (
	"slices"
	"sync"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			value := f(element)
			mu.Lock()
			grown := slices.Clone(out)
			mu.Unlock()
			grown[i] = value
			mu.Lock()
			out = grown
			mu.Unlock()
		}()
	}
	wg.Wait()
	return out
}
