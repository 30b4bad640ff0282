// The slots belong to the package.
//
// Two limiters share one counter, so a full menu turns away the people who want
// tickets. What belongs to a limiter stands in its struct.
//
// Fails: TestTwoLimitersShareNothing
package limiter

import (
	"errors"
	"fmt"
	"sync/atomic"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct{ limit int64 }

var running atomic.Int64

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: int64(limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	if running.Add(1) > rl.limit {
		running.Add(-1)
		return ErrTooManyRequests
	}
	defer running.Add(-1)
	f()
	return nil
}
