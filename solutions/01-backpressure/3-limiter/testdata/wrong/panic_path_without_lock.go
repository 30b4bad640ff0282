// After a panic the count goes down without the lock.
//
// The way out that everybody takes has the lock, and the one that is hardly ever taken
// was written on another day. When something breaks it breaks for many at once, two
// calls that panic count down in the same moment, and a slot is lost for good. One
// `defer` for every way out needs to be right only once.
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
	if rl.running >= rl.limit {
		rl.mu.Unlock()
		return ErrTooManyRequests
	}
	rl.running++
	rl.mu.Unlock()
	returned := false
	defer func() {
		if !returned { // a panic or a Goexit
			rl.running--
		}
	}()
	f()
	returned = true
	rl.mu.Lock()
	rl.running--
	rl.mu.Unlock()
	return nil
}
