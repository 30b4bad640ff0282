// wg.Go is short for Add, go and a deferred Done. The loop only knows indices.
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i := range in {
		wg.Go(func() { out[i] = f(in[i]) })
	}
	wg.Wait()
	return out
}
