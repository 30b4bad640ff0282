// A call waits a second for a slot before it gives up.
//
// When the server is full every request now holds a goroutine and a timer for a
// second, and then hears no all the same. A short line in front of the slots can
// be a good thing, but it needs an end of its own; this one has none.
//
// Fails: TestTheCallAfterTheLimitIsTurnedAway TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall TestACallThatRunsAllocatesNothing TestARefusalAllocatesNothing TestTheShareTurnedAwayIsErlangs
package limiter

import (
	"errors"
	"fmt"
	"time"
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
	case <-time.After(time.Second):
		return ErrTooManyRequests
	}
	defer func() { <-rl.running }()
	f()
	return nil
}
