// The lock is taken on the way in and not on the way out.
//
// A lock protects a number only if everybody who touches the number takes it.
//
// Fails: race
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
	if rl.running == rl.limit {
		rl.mu.Unlock()
		return ErrTooManyRequests
	}
	rl.running++
	rl.mu.Unlock()
	defer func() { rl.running-- }()
	f()
	return nil
}
