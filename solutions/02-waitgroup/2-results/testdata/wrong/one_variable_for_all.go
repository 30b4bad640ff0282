// The loop's variable is declared outside, and all goroutines share it.
//
// Until Go 1.22 every for loop was like this. When a goroutine reads i, the loop
// has moved on.
//
// Fails: race
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	var i int
	var element In
	for i, element = range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(element)
		}()
	}
	wg.Wait()
	return out
}
