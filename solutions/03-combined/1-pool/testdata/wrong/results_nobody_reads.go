// The results go into a channel that is read at the end.
//
// Its buffer holds as many as the limit. With more items than that the
// goroutines wait for a reader, and the reader waits for the goroutines.
//
// Fails: TestWhoWaitsSleeps TestFIsCalledOnceForEveryItem TestEachReturnsAfterTheLastCall TestAsManyCallsAsTheLimit TestThereIsRoomForTheNextAtOnce TestNeverMoreCallsThanTheLimit TestNobodyGetsAGoroutineToWaitForATurn TestTheCallsStartInTheOrderOfTheItems TestTheFirstErrorIsReturned TestTheFirstErrorEndsTheCtxOfTheOthers TestTheEndOfCtxIsTheEndOfTheWork TestTheCtxOfACallDescendsFromTheCallers TestTheCtxOfACallEndsWithEach TestTwoCallsOfEachShareNothing
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

	var (
		running = make(chan struct{}, limit)
		results = make(chan error, min(limit, len(items)))
		wg      sync.WaitGroup
		once    sync.Once
		first   error
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
		running <- struct{}{}
		if inner.Err() != nil {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-running }()
			err := f(inner, item)
			if err != nil {
				fail(err)
			}
			results <- err
		}()
	}
	wg.Wait()
	close(results)
	for err := range results {
		if err != nil && first == nil {
			first = err
		}
	}
	if first != nil {
		return first
	}
	return ctx.Err()
}
