// Every call makes slots of its own.
//
// A semaphore limits those who share it. This one is made for one call and
// thrown away after it, so it is never full.
//
// Fails: TestTheCallAfterTheLimitIsTurnedAway TestACallInsideACallNeedsASlotOfItsOwn TestACallGivesBackNoSlotButItsOwn TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall TestACallThatRunsAllocatesNothing TestARefusalAllocatesNothing TestTheShareTurnedAwayIsErlangs
package limiter

import (
	"errors"
	"fmt"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct{ limit int }

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: limit}
}

func (rl *RequestLimiter) Execute(f func()) error {
	running := make(chan struct{}, rl.limit)
	select {
	case running <- struct{}{}:
	default:
		return ErrTooManyRequests
	}
	defer func() { <-running }()
	f()
	return nil
}
