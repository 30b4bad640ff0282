// The first element is asked once more than the others.
//
// Somebody wanted to see a result before making the slice. A call may cost money,
// or sell a ticket.
//
// Fails: race
package results

import (
	"reflect"
	"sync"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	if len(in) == 0 {
		return []Out{}
	}
	kind := reflect.SliceOf(reflect.TypeFor[Out]())
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		_ = f(in[0]) // a trial
	}()
	out := reflect.MakeSlice(kind, len(in), len(in)).Interface().([]Out)
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(element)
		}()
	}
	wg.Wait()
	return out
}
