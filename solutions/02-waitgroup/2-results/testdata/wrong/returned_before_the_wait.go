// `return out` is evaluated, and then the deferred Wait waits.
//
// What return hands back is decided when it is reached, while the slice is still
// empty. What the calls append afterwards is in a longer slice that nobody sees.
//
// Fails: race
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make([]chan Out, len(in))
	out := make([]Out, 0, len(in))
	var collector sync.WaitGroup
	defer collector.Wait()
	for i, element := range in {
		results[i] = make(chan Out, 1)
		go func() { results[i] <- f(element) }()
	}
	collector.Add(1)
	go func() {
		defer collector.Done()
		for _, result := range results {
			out = append(out, <-result)
		}
	}()
	return out
}
