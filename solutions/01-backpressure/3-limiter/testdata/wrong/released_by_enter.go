// The deferred release stands in the wrong function.
//
// A `defer` runs when the function around it ends, and that is enter, not
// Execute. The slot is free again before f has begun.
//
// Fails: TestTheCallAfterTheLimitIsTurnedAway TestACallInsideACallNeedsASlotOfItsOwn TestACallGivesBackNoSlotButItsOwn TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall TestTheShareTurnedAwayIsErlangs
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
	if err := rl.enter(); err != nil {
		return err
	}
	f()
	return nil
}

func (rl *RequestLimiter) enter() error {
	select {
	case rl.running <- struct{}{}:
		defer func() { <-rl.running }()
		return nil
	default:
		return ErrTooManyRequests
	}
}
