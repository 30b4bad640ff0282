// The look and the step are two atomic operations.
//
// Each of them is safe, and the pair is not: between Load and Add another caller
// does the same. Both have seen a free slot, and both take it.
//
// Fails: TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall
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
	if rl.running.Load() >= rl.limit {
		return ErrTooManyRequests
	}
	rl.running.Add(1)
	defer rl.running.Add(-1)
	f()
	return nil
}
