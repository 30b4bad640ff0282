// A mutex and a counter. The lock is held for the look and the step together,
// and not while f runs.
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
	if !rl.enter() {
		return ErrTooManyRequests
	}
	defer rl.leave()
	f()
	return nil
}

func (rl *RequestLimiter) enter() bool {
	rl.mu.Lock()
	defer rl.mu.Unlock()
	if rl.running == rl.limit {
		return false
	}
	rl.running++
	return true
}

func (rl *RequestLimiter) leave() {
	rl.mu.Lock()
	defer rl.mu.Unlock()
	rl.running--
}
