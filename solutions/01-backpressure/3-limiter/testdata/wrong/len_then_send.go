// len says that there is room, and a plain send follows.
//
// Between the two somebody else takes the last place. The send then waits until
// that call has ended: no is what this caller should have heard.
//
// Fails: TestTheLastSlotGoesToOneCall TestTheSlotOfACallThatLeavesGoesToOneCall
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
	if len(rl.running) == cap(rl.running) {
		return ErrTooManyRequests
	}
	rl.running <- struct{}{}
	defer func() { <-rl.running }()
	f()
	return nil
}
