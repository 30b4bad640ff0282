// A call that is turned away gives back a slot that it never had.
//
// The `defer` stands above the look, so it runs for everybody. The slot that
// comes back belongs to a call that is still running, and the next one gets in
// beside it.
//
// Fails: TestTheCallAfterTheLimitIsTurnedAway TestARefusalCostsNoSlot TestACallInsideACallNeedsASlotOfItsOwn TestACallGivesBackNoSlotButItsOwn TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall TestARefusalAllocatesNothing TestTheShareTurnedAwayIsErlangs
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
	defer func() { <-rl.running }()
	select {
	case rl.running <- struct{}{}:
	default:
		return ErrTooManyRequests
	}
	f()
	return nil
}
