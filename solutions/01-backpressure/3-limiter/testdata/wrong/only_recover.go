// The slot is given back when f returns and when recover finds a panic.
//
// There is a third way to end: runtime.Goexit runs the deferred functions, and
// recover returns nil there. A test that fails inside a handler ends that way. A
// slot that comes back in one place, deferred, cannot be forgotten.
//
// Fails: TestGoexitGivesTheSlotBack TestACallGivesBackNoSlotButItsOwn TestASlotIsFreeAsSoonAsExecuteIsOver TestCallsThatEndAtOnceGiveBackTheirSlots
package limiter

import (
	"errors"
	"fmt"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct{ running chan struct{} }

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{running: make(chan struct{}, limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	select {
	case rl.running <- struct{}{}:
	default:
		return ErrTooManyRequests
	}
	defer func() {
		if p := recover(); p != nil {
			<-rl.running
			panic(p)
		}
	}()
	f()
	<-rl.running
	return nil
}
