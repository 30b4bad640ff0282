// The mutex is held while f runs.
//
// The count is safe now, and so is everything else: one call runs, and all the
// others wait behind it, those who should hear no as well. Lock for the look and
// the step, and let go before f begins.
//
// Fails: TestAsManyAsTheLimitRunAtOnce TestTheCallAfterTheLimitIsTurnedAway TestTheFirstToComeMayBeTheFirstToLeave TestARefusalCostsNoSlot TestACallInsideACallNeedsASlotOfItsOwn TestTwoLimitersShareNothing TestAPanicGivesTheSlotBack TestGoexitGivesTheSlotBack TestACallGivesBackNoSlotButItsOwn TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall TestNobodyIsTurnedAwayWhileThereIsRoom TestCallsThatEndAtOnceGiveBackTheirSlots TestARefusalAllocatesNothing TestTheShareTurnedAwayIsErlangs
package limiter

import (
	"errors"
	"fmt"
	"sync"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	mu      sync.Mutex
	limit   int
	running int
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: limit}
}

func (rl *RequestLimiter) Execute(f func()) error {
	rl.mu.Lock()
	defer rl.mu.Unlock()
	if rl.running == rl.limit {
		return ErrTooManyRequests
	}
	rl.running++
	defer func() { rl.running-- }()
	f()
	return nil
}
