// On the way out the count is loaded, made smaller and stored.
//
// Whoever comes in between Load and Store is written over. The count says one
// too few, and from then on one call too many runs; or, when two leave at once,
// one too many, and a slot is lost.
//
// Fails: TestNobodyIsTurnedAwayWhileThereIsRoom TestCallsThatEndAtOnceGiveBackTheirSlots
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
	defer func() { rl.running.Store(rl.running.Load() - 1) }()
	f()
	return nil
}
