// CompareAndSwap is tried once.
//
// It fails when the count has changed since the look, also when somebody left.
// That says nothing about room: look again, and only a full limiter is a reason
// for no.
//
// Fails: TestNobodyIsTurnedAwayWhileThereIsRoom
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
	n := rl.running.Load()
	if n >= rl.limit || !rl.running.CompareAndSwap(n, n+1) {
		return ErrTooManyRequests
	}
	defer rl.running.Add(-1)
	f()
	return nil
}
