// f runs in a goroutine of its own, and Execute does not wait for it.
//
// The caller hears nil before anything has happened. In an HTTP server the
// handler returns, the answer is sent, and f writes to a request that is over.
//
// Fails: TestACallRunsOnceAndExecuteReturnsAfterIt TestACallInsideACallNeedsASlotOfItsOwn TestTheFunctionRunsInTheCallersGoroutine TestAPanicGoesOnToTheCaller TestAPanicGivesTheSlotBack TestGoexitEndsTheCallersGoroutine TestACallGivesBackNoSlotButItsOwn TestASlotIsFreeAsSoonAsExecuteIsOver TestCallsThatEndAtOnceGiveBackTheirSlots
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
	go func() {
		defer func() { <-rl.running }()
		f()
	}()
	return nil
}
