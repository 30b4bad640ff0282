// A sync.Map from index to result, for whoever thinks that goroutines must not
// write to one slice. The results are kept as pointers, so that nil is a result too.
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	var results sync.Map
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Go(func() {
			value := f(element)
			results.Store(i, &value)
		})
	}
	wg.Wait()
	out := make([]Out, len(in))
	for i := range out {
		value, _ := results.Load(i)
		out[i] = *value.(*Out)
	}
	return out
}
