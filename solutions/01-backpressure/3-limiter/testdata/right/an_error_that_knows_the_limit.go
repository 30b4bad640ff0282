// The error names the limit and wraps ErrTooManyRequests. It is made once, with
// the limiter, so that saying no allocates nothing.
package limiter

import (
	"errors"
	"fmt"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	running chan struct{}
	full    error
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{
		running: make(chan struct{}, limit),
		full:    fmt.Errorf("limiter: %d at once and not one more: %w", limit, ErrTooManyRequests),
	}
}

func (rl *RequestLimiter) Execute(f func()) error {
	select {
	case rl.running <- struct{}{}:
		defer rl.leave()
		f()
		return nil
	default:
		return rl.full
	}
}

func (rl *RequestLimiter) leave() { <-rl.running }
