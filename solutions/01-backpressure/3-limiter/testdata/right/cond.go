// A sync.Cond for its mutex alone: nobody waits on it, and the signal of each
// one who leaves is heard by nobody. Odd, and right.
package limiter

import (
	"errors"
	"fmt"
	"sync"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	cond *sync.Cond
	free int
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{cond: sync.NewCond(new(sync.Mutex)), free: limit}
}

func (rl *RequestLimiter) Execute(f func()) error {
	rl.cond.L.Lock()
	if rl.free == 0 {
		rl.cond.L.Unlock()
		return ErrTooManyRequests
	}
	rl.free--
	rl.cond.L.Unlock()
	defer func() {
		rl.cond.L.Lock()
		rl.free++
		rl.cond.L.Unlock()
		rl.cond.Signal()
	}()
	f()
	return nil
}
