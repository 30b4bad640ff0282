// Package pool calls a function for each of many items, a number of them at the
// same time.
//
// In the morning every ride in the park is inspected before the gates open. The
// items are the rides, f is the inspection of one, limit is the number of
// mechanics, and an error is a ride that must stay closed. Below, every ride gets
// a mechanic at once, however few there are, and nobody hears of the errors.
package pool

import (
	"context"
	"fmt"
	"sync"
)

// Each calls f once for every item, with at most limit of these calls in
// progress at the same time, and returns nil when all of them have returned nil.
// No items are no work: then it returns nil, whatever ctx says.
//
// It panics when limit is less than one, with or without items, with a text that
// starts with "pool" and names the number, as in
// "pool: Each with a limit of 0: somebody has to do the work".
//
// The limit:
//
//   - At no moment are more than limit calls of f in progress.
//   - As long as there are items left, limit calls are in progress. A call that
//     returns makes room for the next one at once, whatever the others do.
//   - Any limit will do, math.MaxInt as well.
//   - Besides the goroutine of the caller, there are at most as many goroutines as
//     limit and as items, whichever is less, and a handful more. So nobody gets a
//     goroutine only to wait for a turn in it.
//   - Items are handed out in order; calls that are handed out together may begin
//     in either order.
//
// The end comes early when a call of f returns an error, or when ctx ends.
// Whichever is first decides:
//
//   - The ctx that f was handed ends at once, and no further call of f starts.
//     Each waits for the calls that are in progress, and then returns.
//   - After an error it returns that error: as it is, not wrapped, and whatever
//     error it is, context.Canceled too. If two calls return an error at the same
//     moment, either will do. What comes later is dropped, and be it the same error
//     as the cause of ctx.
//   - After the end of ctx it returns ctx.Err(), as it is, also when a call of f
//     returns an error after that. (When ctx ends while the last calls are in
//     progress, and all of them return nil, nil is right as well.)
//   - When ctx has ended before the call of Each, f is not called at all.
//
// The ctx that f is handed descends from the caller's: it has the same values and
// the same deadline, and ends when the caller's ends. Unless the end comes early,
// it does not end while that call is in progress. When Each has returned, it has
// ended.
//
// No goroutine is left behind when Each returns. It may be called by many
// goroutines at the same time, and by f itself; two calls of Each share nothing.
// It does not change items.
//
// "At once" means without waiting for another call or for time to pass. Who waits
// sleeps until somebody wakes it: a loop that looks again and again, or now and
// then, does not.
func Each[T any](ctx context.Context, limit int, items []T, f func(ctx context.Context, item T) error) error {
	if limit < 1 {
		panic(fmt.Sprintf("pool: Each with a limit of %d: somebody has to do the work", limit))
	}
	if len(items) == 0 {
		return nil
	}
	inner, cancel := context.WithCancel(ctx)
	defer cancel()

	var wg sync.WaitGroup
	for _, item := range items {
		if ctx.Err() != nil {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			_ = f(inner, item)
		}()
	}
	wg.Wait()
	return ctx.Err()
}
