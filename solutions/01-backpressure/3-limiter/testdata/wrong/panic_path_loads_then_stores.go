// After a panic the count is loaded, made smaller and stored.
//
// Both are atomic, and the race detector has nothing to say. Two calls that panic at
// once load the same number, and store the same: the count goes down by one, and a slot
// is lost. Add(-1) does both in one step, and in one `defer` it is right for every way
// out.
//
// Fails: TestCallsThatEndAtOnceGiveBackTheirSlots
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
	if rl.running.Add(1) > rl.limit {
		rl.running.Add(-1)
		return ErrTooManyRequests
	}
	returned := false
	defer func() {
		if !returned {
			rl.running.Store(rl.running.Load() - 1)
		}
	}()
	f()
	returned = true
	rl.running.Add(-1)
	return nil
}
