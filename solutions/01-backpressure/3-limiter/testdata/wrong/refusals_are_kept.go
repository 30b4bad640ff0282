// When somebody was turned away is kept, for ever.
//
// The operator will want to see it. One append allocates now and then only, and in a
// long overload it is hundreds of megabytes, most of them copies of what was there
// before. Count the refusals, and let whoever reads the count note the time.
//
// Fails: TestARefusalAllocatesNothing
package limiter

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	mu      sync.Mutex
	limit   int
	running int
	refused []time.Time // when somebody was turned away, for the operator
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
		rl.refused = append(rl.refused, time.Now())
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
