// An atomic counter without a lock: look, and take the slot only if nobody came
// in between. If somebody did, look again.
package limiter

import (
	"errors"
	"fmt"
	"sync/atomic"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	limit   int64
	running atomic.Int64
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: int64(limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	for {
		n := rl.running.Load()
		if n >= rl.limit {
			return ErrTooManyRequests
		}
		if rl.running.CompareAndSwap(n, n+1) {
			break
		}
	}
	defer rl.running.Add(-1)
	f()
	return nil
}
