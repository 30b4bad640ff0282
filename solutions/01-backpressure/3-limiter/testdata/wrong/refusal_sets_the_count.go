// A call that is turned away sets the count to the limit.
//
// It means to take back its own step. But a call that ran may have left since
// then, and its step down is written over: the limiter is a slot smaller from
// then on.
//
// Fails: TestTheSlotOfACallThatLeavesGoesToOneCall
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
		rl.running.Store(rl.limit)
		return ErrTooManyRequests
	}
	defer rl.running.Add(-1)
	f()
	return nil
}
