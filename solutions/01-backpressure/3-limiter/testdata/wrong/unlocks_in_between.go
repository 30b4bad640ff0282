// The lock is let go between the look and the step.
//
// Each half is guarded, so the race detector is content. But another caller may
// come between the two halves, see the same free slot, and take it too.
//
// Fails: TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall
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
	full := rl.running == rl.limit
	rl.mu.Unlock()
	if full {
		return ErrTooManyRequests
	}
	rl.mu.Lock()
	rl.running++
	rl.mu.Unlock()
	defer func() {
		rl.mu.Lock()
		rl.running--
		rl.mu.Unlock()
	}()
	f()
	return nil
}
