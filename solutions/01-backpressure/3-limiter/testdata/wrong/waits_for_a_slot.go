// A call waits until a slot is free.
//
// A plain send on a full channel blocks. Nobody hears no: the requests stand in
// a line without end, and each of them holds its memory and its connection. It
// is the `select` with `default` that turns waiting into an answer.
//
// Fails: TestTheCallAfterTheLimitIsTurnedAway TestACallInsideACallNeedsASlotOfItsOwn TestACallGivesBackNoSlotButItsOwn TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall TestARefusalAllocatesNothing TestTheShareTurnedAwayIsErlangs
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
	rl.running <- struct{}{}
	defer func() { <-rl.running }()
	f()
	return nil
}
