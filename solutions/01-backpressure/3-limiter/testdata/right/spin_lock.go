// A lock that is an atomic flag: who finds it set lets the others go first, and tries
// again. It guards one flag for each slot, and is held for as long as it takes to find
// one that is not set.
package limiter

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	lock  spinLock
	taken []bool
}

type spinLock struct{ held atomic.Bool }

func (s *spinLock) Lock() {
	for s.held.Swap(true) {
		runtime.Gosched()
	}
}

func (s *spinLock) Unlock() { s.held.Store(false) }

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{taken: make([]bool, limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	slot := rl.take()
	if slot < 0 {
		return ErrTooManyRequests
	}
	defer rl.free(slot)
	f()
	return nil
}

func (rl *RequestLimiter) take() int {
	rl.lock.Lock()
	defer rl.lock.Unlock()
	slot := slices.Index(rl.taken, false)
	if slot >= 0 {
		rl.taken[slot] = true
	}
	return slot
}

func (rl *RequestLimiter) free(slot int) {
	rl.lock.Lock()
	defer rl.lock.Unlock()
	rl.taken[slot] = false
}
