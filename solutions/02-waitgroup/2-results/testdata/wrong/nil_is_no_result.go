// A result that is nil or zero is taken for none.
//
// Zero is an answer. A ride that nobody wanted had no guests, and that is worth a
// line in the list.
//
// Fails: TestElementsAndResultsMayBeOfAnyType
package results

import (
	"reflect"
	"sync"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make([]Out, len(in))
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = f(element)
		}()
	}
	wg.Wait()
	out := make([]Out, 0, len(in))
	for _, value := range results {
		if v := reflect.ValueOf(value); v.IsValid() && (!v.IsZero() || v.Kind() != reflect.Pointer) {
			out = append(out, value)
		}
	}
	return out
}
