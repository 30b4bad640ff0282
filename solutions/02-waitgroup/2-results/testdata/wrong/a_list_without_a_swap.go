// A linked list that grows at its head by Load and Store.
//
// Two calls that end together see the same head, and the second Store drops what
// the first has put there. CompareAndSwap would notice.
//
// Fails: TestNoResultIsLost
package results

import (
	"sync"
	"sync/atomic"
)

type link[T any] struct {
	index int
	value T
	next  *link[T]
}

func Map[In, Out any](in []In, f func(In) Out) []Out {
	var head atomic.Pointer[link[Out]]
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Go(func() {
			value := f(element)
			head.Store(&link[Out]{i, value, head.Load()})
		})
	}
	wg.Wait()
	out := make([]Out, len(in))
	for l := head.Load(); l != nil; l = l.next {
		out[l.index] = l.value
	}
	return out
}
