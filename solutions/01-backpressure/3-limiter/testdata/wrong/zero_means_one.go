// A limit below one is quietly made one.
//
// It looks kind. But the zero came from somewhere, a setting that was not read
// or a division that went wrong, and now a server for a thousand serves one at a
// time and nobody knows why.
//
// Fails: TestALimiterNeedsASlot
package limiter

import (
	"errors"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct{ running chan struct{} }

func NewRequestLimiter(limit int) *RequestLimiter {
	limit = max(limit, 1)
	return &RequestLimiter{running: make(chan struct{}, limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	select {
	case rl.running <- struct{}{}:
	default:
		return ErrTooManyRequests
	}
	defer func() { <-rl.running }()
	f()
	return nil
}
