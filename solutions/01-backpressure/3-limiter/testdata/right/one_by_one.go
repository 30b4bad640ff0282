// One flag for each slot, tried one after the other. A call holds one slot in
// its life, so whoever finds every flag set has met limit different calls.
package limiter

import (
	"errors"
	"fmt"
	"sync/atomic"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct{ taken []atomic.Bool }

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{taken: make([]atomic.Bool, limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	slot := rl.take()
	if slot == nil {
		return ErrTooManyRequests
	}
	defer slot.Store(false)
	f()
	return nil
}

func (rl *RequestLimiter) take() *atomic.Bool {
	for i := range rl.taken {
		if slot := &rl.taken[i]; slot.CompareAndSwap(false, true) {
			return slot
		}
	}
	return nil
}
