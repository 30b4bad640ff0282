// A linked list that grows at its head by compare-and-swap: whoever fails looks
// again. Each result carries its index, so the order of the list is of no interest.
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
			l := &link[Out]{index: i, value: f(element)}
			for {
				l.next = head.Load()
				if head.CompareAndSwap(l.next, l) {
					return
				}
			}
		})
	}
	wg.Wait()
	out := make([]Out, len(in))
	for l := head.Load(); l != nil; l = l.next {
		out[l.index] = l.value
	}
	return out
}
