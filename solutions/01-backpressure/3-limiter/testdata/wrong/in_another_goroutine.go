// f runs in a goroutine of its own, and Execute waits for it there.
//
// It looks the same from far away. But the goroutine costs memory for each call,
// the stack of f no longer says who called, runtime.Goexit ends the wrong
// goroutine, and a panic has to be carried over by hand.
//
// Fails: TestTheFunctionRunsInTheCallersGoroutine TestGoexitEndsTheCallersGoroutine TestACallThatRunsAllocatesNothing
package limiter

import (
	"errors"
	"fmt"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct{ running chan struct{} }

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{running: make(chan struct{}, limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	select {
	case rl.running <- struct{}{}:
	default:
		return ErrTooManyRequests
	}
	defer func() { <-rl.running }()
	ended := make(chan any)
	go func() {
		defer func() { ended <- recover() }()
		f()
	}()
	if p := <-ended; p != nil {
		panic(p)
	}
	return nil
}
