// What the deferred call stores is worked out when the `defer` is reached.
//
// The arguments of a deferred call are evaluated at once. Each call so remembers
// the count as it was when it came in, and writes it back when it leaves,
// whoever has come or gone in between.
//
// Fails: TestTheFirstToComeMayBeTheFirstToLeave TestARefusalCostsNoSlot TestTheSlotOfACallThatLeavesGoesToOneCall TestNobodyIsTurnedAwayWhileThereIsRoom TestCallsThatEndAtOnceGiveBackTheirSlots TestTheShareTurnedAwayIsErlangs
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
	if rl.running.Add(1) > rl.limit {
		rl.running.Add(-1)
		return ErrTooManyRequests
	}
	defer rl.running.Store(rl.running.Load() - 1)
	f()
	return nil
}
