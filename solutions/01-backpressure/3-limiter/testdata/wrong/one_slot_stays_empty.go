// The last slot is never given out.
//
// The call is counted first and compared afterwards with "not less than", so the
// one who would fill the limiter is sent away. A limiter with one slot lets
// nobody in at all.
//
// Fails: TestAsManyAsTheLimitRunAtOnce TestTheCallAfterTheLimitIsTurnedAway TestTheFirstToComeMayBeTheFirstToLeave TestARefusalCostsNoSlot TestACallInsideACallNeedsASlotOfItsOwn TestTwoLimitersShareNothing TestTheFunctionRunsInTheCallersGoroutine TestAPanicGoesOnToTheCaller TestAPanicGivesTheSlotBack TestGoexitEndsTheCallersGoroutine TestGoexitGivesTheSlotBack TestACallGivesBackNoSlotButItsOwn TestASlotIsFreeAsSoonAsExecuteIsOver TestTheSlotOfACallThatLeavesGoesToOneCall TestNobodyIsTurnedAwayWhileThereIsRoom TestCallsThatEndAtOnceGiveBackTheirSlots TestTheShareTurnedAwayIsErlangs
package limiter

import (
	"errors"
	"fmt"
	"sync/atomic"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	limit   int64
	running atomic.Int64
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: int64(limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	defer rl.running.Add(-1)
	if rl.running.Add(1) >= rl.limit {
		return ErrTooManyRequests
	}
	f()
	return nil
}
