// The counter is an int8.
//
// Nobody has more than a hundred slots, somebody thought. A limit of 1000
// becomes -24 in eight bits, and the limiter turns everybody away.
//
// Fails: TestAsManyAsTheLimitRunAtOnce TestTheCallAfterTheLimitIsTurnedAway
package limiter

import (
	"errors"
	"fmt"
	"sync"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	mu      sync.Mutex
	limit   int8
	running int8
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: int8(limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	rl.mu.Lock()
	if rl.running >= rl.limit {
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
