// The slot is given back twice: after f, and once more in the `defer`.
//
// The `select` with `default` was meant to make a second release harmless. It
// hides it: when somebody else is running, it is their slot that is given away.
//
// Fails: TestACallGivesBackNoSlotButItsOwn TestTheSlotOfACallThatLeavesGoesToOneCall TestTheShareTurnedAwayIsErlangs
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
	defer rl.release()
	f()
	rl.release()
	return nil
}

func (rl *RequestLimiter) release() {
	select {
	case <-rl.running:
	default:
	}
}
