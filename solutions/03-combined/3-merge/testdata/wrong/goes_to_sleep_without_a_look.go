// The sender lets go of the lock between its look at the places and its wait.
//
// A value that comes in between wakes nobody, since nobody waits yet; then the sender goes
// to sleep, and the value lies there. Look and Wait belong under one lock.
//
// Fails: TestTheOutputIsClosedOnceAndAfterTheLastValue TestCtxMayEndAtAnyMoment
package merge

import (
	"context"
	"sync"
)

type place[T any] struct {
	value T
	full  bool
}

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	places := make([]place[T], len(inputs))
	open := len(inputs)
	var mu sync.Mutex
	changed := sync.NewCond(&mu)
	wake := context.AfterFunc(ctx, func() {
		mu.Lock()
		defer mu.Unlock()
		changed.Broadcast()
	})

	for i, input := range inputs {
		go func() {
			defer func() {
				mu.Lock()
				defer mu.Unlock()
				open--
				changed.Broadcast()
			}()
			for {
				var value T
				var ok bool
				select {
				case value, ok = <-input:
				case <-ctx.Done():
				}
				if !ok {
					return
				}
				mu.Lock()
				places[i] = place[T]{value, true}
				changed.Broadcast()
				for places[i].full && ctx.Err() == nil {
					changed.Wait()
				}
				mu.Unlock()
			}
		}()
	}

	go func() {
		defer close(output)
		defer wake()
		mu.Lock()
		defer mu.Unlock()
		for {
			full := -1
			for i := range places {
				if places[i].full {
					full = i
				}
			}
			if ctx.Err() != nil || full < 0 && open == 0 {
				break
			}
			if full < 0 {
				mu.Unlock()
				mu.Lock()
				changed.Wait()
				continue
			}
			value := places[full].value
			mu.Unlock() // nobody may have to wait for the reader with the lock
			select {
			case output <- value:
			case <-ctx.Done():
			}
			mu.Lock()
			places[full] = place[T]{}
			changed.Broadcast()
		}
		for open > 0 {
			changed.Wait()
		}
	}()
	return output
}
