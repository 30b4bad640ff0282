// So many calls a second, however long they take.
//
// That is a rate limiter. When each call takes ten seconds, ten times as many
// run at once as the limit says; and when each takes a millisecond, callers are
// turned away from a server with nothing to do.
//
// Fails: TestTheCallAfterTheLimitIsTurnedAway TestTheFirstToComeMayBeTheFirstToLeave TestARefusalCostsNoSlot TestAPanicGivesTheSlotBack TestGoexitGivesTheSlotBack TestACallGivesBackNoSlotButItsOwn TestASlotIsFreeAsSoonAsExecuteIsOver TestTheSlotOfACallThatLeavesGoesToOneCall TestNobodyIsTurnedAwayWhileThereIsRoom TestCallsThatEndAtOnceGiveBackTheirSlots TestTheShareTurnedAwayIsErlangs
package limiter

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	mu     sync.Mutex
	limit  int
	second time.Time
	calls  int
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: limit}
}

func (rl *RequestLimiter) Execute(f func()) error {
	rl.mu.Lock()
	if now := time.Now().Truncate(time.Second); !now.Equal(rl.second) {
		rl.second, rl.calls = now, 0
	}
	if rl.calls == rl.limit {
		rl.mu.Unlock()
		return ErrTooManyRequests
	}
	rl.calls++
	rl.mu.Unlock()
	f()
	return nil
}
