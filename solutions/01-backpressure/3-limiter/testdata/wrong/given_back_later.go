// The slot is given back by a goroutine that Execute does not wait for.
//
// Execute has returned, and the slot is still taken, for a moment or for longer.
// Whoever calls again at once is turned away by nobody but itself.
//
// Fails: TestASlotIsFreeAsSoonAsExecuteIsOver
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
		go func() { <-rl.running }()
	}()
	f()
	return nil
}
