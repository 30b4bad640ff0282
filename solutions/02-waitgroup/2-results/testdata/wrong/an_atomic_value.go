// The results are kept in one atomic.Value.
//
// An atomic.Value holds one type in its life and never nil: it panics when two
// results of an interface type differ in kind.
//
// Fails: TestElementsAndResultsMayBeOfAnyType
package results

import (
	"sync"
	"sync/atomic"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var last atomic.Value
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			value := f(element)
			last.Store(value)
			out[i] = value
		}()
	}
	wg.Wait()
	return out
}
