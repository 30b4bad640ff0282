// The counter is an int16.
//
// A thousand slots go well, and in 16 bits a limit of 65,536 is 0: everybody is turned
// away. The limit comes as an int, and an int is what it should stay.
//
// Fails: TestAsManyAsTheLimitRunAtOnce
package limiter

import (
	"errors"
	"fmt"
	"sync"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	mu      sync.Mutex
	limit   int16
	running int16
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: int16(limit)}
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
