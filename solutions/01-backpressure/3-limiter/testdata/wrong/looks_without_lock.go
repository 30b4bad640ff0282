// The look at the count is made before the lock is taken.
//
// The step is guarded and the look is not. Reading needs the lock as much as
// writing does: what was read is old before the lock is had.
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
	if rl.running >= rl.limit {
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
