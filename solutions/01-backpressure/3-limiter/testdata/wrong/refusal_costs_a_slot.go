// A call that is turned away is counted all the same.
//
// The counter goes up before the look, and on the way out nobody takes it back.
// Each no makes the limiter a slot smaller for good.
//
// Fails: TestARefusalCostsNoSlot TestTheSlotOfACallThatLeavesGoesToOneCall TestTheShareTurnedAwayIsErlangs
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
		return ErrTooManyRequests
	}
	defer rl.running.Add(-1)
	f()
	return nil
}
