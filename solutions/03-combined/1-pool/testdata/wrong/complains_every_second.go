// Once ctx has ended, Each wakes up every second to log that it still waits.
//
// It sleeps as it should until then. A wait for something that can be waited for
// needs no clock; who wants to know how long it takes writes two lines, one before
// and one after.
//
// Fails: TestWhoWaitsSleeps
package pool

import (
	"context"
	"fmt"
	"log"
	"sync"
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
		running = make(chan struct{}, limit)
		wg      sync.WaitGroup
		once    sync.Once
		first   error
	)
	fail := func(err error) {
		once.Do(func() {
			if ended := ctx.Err(); ended != nil {
				err = ended
			}
			first = err
			cancel()
		})
	}
	for _, item := range items {
		select {
		case running <- struct{}{}:
		case <-inner.Done():
		}
		if inner.Err() != nil {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-running }()
			if err := f(inner, item); err != nil {
				fail(err)
			}
		}()
	}
	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-ctx.Done():
		for waiting := true; waiting; {
			select {
			case <-done:
				waiting = false
			case <-time.After(time.Second):
				log.Println("pool: still waiting for the calls in progress")
			}
		}
	}
	if first != nil {
		return first
	}
	return ctx.Err()
}
