// After a panic the slot is given back twice.
//
// Once in the `defer` that sees the panic, and once in the one that always runs.
// The counter stands one too low from then on, and one call too many gets in.
//
// Fails: TestACallGivesBackNoSlotButItsOwn
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
	defer rl.running.Add(-1)
	defer func() {
		if p := recover(); p != nil {
			rl.running.Add(-1)
			panic(p)
		}
	}()
	f()
	return nil
}
