// The rest of the items is a call of the same function, and the slots are a linked
// list: whoever is done puts its own back in front.
package pool

import (
	"context"
	"fmt"
	"sync"
)

func Each[T any](ctx context.Context, limit int, items []T, f func(ctx context.Context, item T) error) error {
	if limit < 1 {
		panic(fmt.Sprintf("pool: Each with a limit of %d: somebody has to do the work", limit))
	}
	if len(items) == 0 {
		return nil
	}
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	var first error
	var once sync.Once
	type slot struct{ next *slot }
	free := make(chan *slot, 1) // something was put into the list
	var mu sync.Mutex
	made := 0
	var list *slot
	give := func(s *slot) {
		mu.Lock()
		defer mu.Unlock()
		s.next, list = list, s
		select {
		case free <- nil:
		default:
		}
	}
	take := func() *slot {
		for {
			mu.Lock()
			s := list
			if s != nil {
				list = s.next
			} else if made < limit {
				made++
				s = new(slot)
			}
			mu.Unlock()
			if s != nil {
				return s
			}
			<-free
		}
	}
	var rest func(items []T) (wait func())
	rest = func(items []T) func() {
		if len(items) == 0 {
			return func() {}
		}
		s := take()
		if inner.Err() != nil {
			return func() {}
		}
		var me sync.WaitGroup
		me.Go(func() {
			defer give(s)
			if err := f(inner, items[0]); err != nil {
				once.Do(func() {
					if ended := ctx.Err(); ended != nil {
						err = ended
					}
					first = err
					cancel()
				})
			}
		})
		others := rest(items[1:])
		return func() { me.Wait(); others() }
	}
	rest(items)()
	if first != nil {
		return first
	}
	return ctx.Err()
}
