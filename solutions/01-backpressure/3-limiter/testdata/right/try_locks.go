// One mutex for each slot: whoever can lock one of them without waiting may run.
package limiter

import (
	"errors"
	"fmt"
	"sync"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct{ slots []sync.Mutex }

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{slots: make([]sync.Mutex, limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	for i := range rl.slots {
		if slot := &rl.slots[i]; slot.TryLock() {
			run(f, slot)
			return nil
		}
	}
	return ErrTooManyRequests
}

func run(f func(), slot *sync.Mutex) {
	defer slot.Unlock()
	f()
}
