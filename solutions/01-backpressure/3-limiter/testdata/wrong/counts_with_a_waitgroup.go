// A WaitGroup counts the calls, and nobody is turned away.
//
// A WaitGroup waits until a count is zero. It has no limit, and it cannot say
// what its count is. For a limit it takes something that can be full.
//
// Fails: TestTheCallAfterTheLimitIsTurnedAway TestACallInsideACallNeedsASlotOfItsOwn TestACallGivesBackNoSlotButItsOwn TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall TestTheShareTurnedAwayIsErlangs
package limiter

import (
	"errors"
	"fmt"
	"sync"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	limit   int
	running sync.WaitGroup
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: limit}
}

func (rl *RequestLimiter) Execute(f func()) error {
	rl.running.Add(1)
	defer rl.running.Done()
	f()
	return nil
}
