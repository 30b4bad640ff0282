// The answer is no, and f runs all the same.
//
// The error is stored and the function goes on, where it should have returned.
// The caller hears that the server is full while the work is being done.
//
// Fails: TestTheCallAfterTheLimitIsTurnedAway TestACallGivesBackNoSlotButItsOwn TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall TestTheShareTurnedAwayIsErlangs
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

func (rl *RequestLimiter) Execute(f func()) (err error) {
	if rl.running.Add(1) > rl.limit {
		err = ErrTooManyRequests
	}
	defer rl.running.Add(-1)
	f()
	return err
}
