// An error of f is thrown as a panic, and recovered at the bottom of the goroutine,
// with the bookkeeping in the same place. A real panic goes on.
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
	type thrown struct{ err error }
	crew := struct {
		sync.Mutex
		*sync.Cond
		busy  int
		first *thrown
	}{}
	crew.Cond = sync.NewCond(&crew.Mutex)
	begin := func() bool {
		crew.Lock()
		defer crew.Unlock()
		for crew.busy == limit && crew.first == nil {
			crew.Wait()
		}
		if crew.first != nil || inner.Err() != nil {
			return false
		}
		crew.busy++
		return true
	}
	work := func(item T) {
		defer func() {
			p := recover()
			crew.Lock()
			defer crew.Unlock()
			crew.busy--
			crew.Broadcast()
			switch p := p.(type) {
			case nil:
			case thrown:
				if crew.first != nil {
					return
				}
				if ended := ctx.Err(); ended != nil {
					p.err = ended
				}
				crew.first = &p
				cancel()
			default:
				panic(p)
			}
		}()
		if err := f(inner, item); err != nil {
			panic(thrown{err})
		}
	}
	for _, item := range items {
		if !begin() {
			break
		}
		go work(item)
	}
	crew.Lock()
	defer crew.Unlock()
	for crew.busy > 0 {
		crew.Wait()
	}
	if crew.first != nil {
		return crew.first.err
	}
	return ctx.Err()
}
