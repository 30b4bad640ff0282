// The slots are an iterator: it yields once when one is free, and gives it back when the
// body of the loop is over, however that ends. And it counts down to none, not up.
package limiter

import (
	"errors"
	"fmt"
	"iter"
	"sync"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	mu   sync.Mutex
	left int
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{left: limit}
}

func (rl *RequestLimiter) Execute(f func()) error {
	for range rl.slot() {
		f()
		return nil
	}
	return ErrTooManyRequests
}

// slot yields once when there is a slot, and never when there is none.
func (rl *RequestLimiter) slot() iter.Seq[struct{}] {
	return func(yield func(struct{}) bool) {
		if !rl.add(-1) {
			return
		}
		defer rl.add(1)
		yield(struct{}{})
	}
}

func (rl *RequestLimiter) add(n int) bool {
	rl.mu.Lock()
	defer rl.mu.Unlock()
	if rl.left+n < 0 {
		return false
	}
	rl.left += n
	return true
}
