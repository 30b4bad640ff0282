// It looks every millisecond whether a slot is free.
//
// Nobody wakes the caller, so it wakes itself, in vain most of the time, and too
// late the rest of it. With short calls the slots stand empty while it sleeps.
//
// Fails: TestWhoWaitsSleeps TestThereIsRoomForTheNextAtOnce TestTheFirstErrorIsReturned TestTheFirstErrorEndsTheCtxOfTheOthers TestTheEndOfCtxIsTheEndOfTheWork TestWhatComesFirstDecides TestTheCtxOfACallDescendsFromTheCallers TestTheCtxOfACallEndsWithEach TestTwoCallsOfEachShareNothing
package pool

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
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

	var (
		busy  atomic.Int64
		wg    sync.WaitGroup
		once  sync.Once
		first error
	)
	fail := func(err error) {
		once.Do(func() {
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			first = err
			cancel()
		})
	}
	for _, item := range items {
		for busy.Load() >= int64(limit) {
			time.Sleep(time.Millisecond)
		}
		if inner.Err() != nil {
			break
		}
		busy.Add(1)
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer busy.Add(-1)
			if err := f(inner, item); err != nil {
				fail(err)
			}
		}()
	}
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
