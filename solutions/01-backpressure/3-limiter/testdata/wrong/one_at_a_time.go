// The lock is held while f runs.
//
// A channel with room for one serves as the lock here; with a sync.Mutex it is
// the same. The count is safe now, and so is everything else: one call runs, and
// all the others wait behind it, those who should hear no as well.
//
// Fails: TestAsManyAsTheLimitRunAtOnce TestTheCallAfterTheLimitIsTurnedAway TestTheFirstToComeMayBeTheFirstToLeave TestARefusalCostsNoSlot TestACallInsideACallNeedsASlotOfItsOwn TestTwoLimitersShareNothing TestAPanicGivesTheSlotBack TestGoexitGivesTheSlotBack TestACallGivesBackNoSlotButItsOwn TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall TestNobodyIsTurnedAwayWhileThereIsRoom TestCallsThatEndAtOnceGiveBackTheirSlots TestARefusalAllocatesNothing TestTheShareTurnedAwayIsErlangs
package limiter

import (
	"errors"
	"fmt"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	lock    chan struct{}
	limit   int
	running int
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{lock: make(chan struct{}, 1), limit: limit}
}

func (rl *RequestLimiter) Execute(f func()) error {
	rl.lock <- struct{}{}
	defer func() { <-rl.lock }()
	if rl.running == rl.limit {
		return ErrTooManyRequests
	}
	rl.running++
	defer func() { rl.running-- }()
	f()
	return nil
}
