// CompareAndSwap is tried twice.
//
// Once might be bad luck, and twice, somebody thought, is a full limiter. But a call that
// comes and one that goes are enough, and a third is turned away while there is room for
// many. However often it fails, it says nothing about room: look again, and only a
// full limiter is a reason for no.
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
	for range 2 {
		n := rl.running.Load()
		if n >= rl.limit {
			return ErrTooManyRequests
		}
		if rl.running.CompareAndSwap(n, n+1) {
			return rl.run(f)
		}
	}
	return ErrTooManyRequests
}

func (rl *RequestLimiter) run(f func()) error {
	defer rl.running.Add(-1)
	f()
	return nil
}
