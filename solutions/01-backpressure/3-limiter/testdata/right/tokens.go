// A channel that holds the free slots: a call takes one out and puts it back.
// The same semaphore, counted the other way.
package limiter

import (
	"errors"
	"fmt"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct{ free chan struct{} }

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	rl := &RequestLimiter{free: make(chan struct{}, limit)}
	for range limit {
		rl.free <- struct{}{}
	}
	return rl
}

func (rl *RequestLimiter) Execute(f func()) error {
	select {
	case slot := <-rl.free:
		defer func() { rl.free <- slot }()
		f()
		return nil
	default:
		return ErrTooManyRequests
	}
}
