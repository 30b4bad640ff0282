// A call counts itself down before its result is written.
//
// Map may return in between. Done belongs in a defer at the top, which runs when
// all the rest has.
//
// Fails: race
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			value := f(element)
			wg.Done()
			out[i] = value
		}()
	}
	wg.Wait()
	return out
}
