// Map is done when no place is zero any more.
//
// It looks under a lock, each time that a call has ended. A result that is itself
// zero is waited for without end.
//
// Fails: TestAllCallsAreInProgressAtOnce TestElementsAndResultsMayBeOfAnyType TestCallsCanMeetInAnySchedule
package results

import (
	"reflect"
	"slices"
	"sync"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var mu sync.Mutex
	ended := sync.NewCond(&mu)
	for i, element := range in {
		go func() {
			value := f(element)
			mu.Lock()
			defer mu.Unlock()
			out[i] = value
			ended.Signal()
		}()
	}
	mu.Lock()
	defer mu.Unlock()
	for slices.ContainsFunc(out, func(value Out) bool { return reflect.ValueOf(&value).Elem().IsZero() }) {
		ended.Wait()
	}
	return out
}
