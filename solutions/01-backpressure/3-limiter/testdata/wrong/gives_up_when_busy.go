// Execute says "too many" when it means "somebody is at the door".
//
// TryLock fails whenever anybody else holds the lock, also one who is about to
// leave. The caller is turned away from a slot that is free.
//
// Fails: TestNobodyIsTurnedAwayWhileThereIsRoom
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
	if !rl.mu.TryLock() {
		return ErrTooManyRequests
	}
	if rl.running == rl.limit {
		rl.mu.Unlock()
		return ErrTooManyRequests
	}
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
