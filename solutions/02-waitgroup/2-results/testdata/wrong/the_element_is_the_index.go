// A number is taken for its own index.
//
// The tests that come to mind use 0, 1, 2 as elements, and there it works.
//
// Fails: race TestEveryResultStandsWhereItsElementStands
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i, element := range in {
		if n, ok := any(element).(int); ok && n >= 0 && n < len(in) {
			i = n
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(element)
		}()
	}
	wg.Wait()
	return out
}
