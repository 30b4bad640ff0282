// Each refusal builds an error of its own.
//
// errors.Is finds ErrTooManyRequests in it, so all is well, until the server is
// overloaded: then it says no thousands of times a second, and each no leaves
// something for the garbage collector.
//
// Fails: TestARefusalAllocatesNothing
package limiter

import (
	"errors"
	"fmt"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	limit   int
	running chan struct{}
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: limit, running: make(chan struct{}, limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	select {
	case rl.running <- struct{}{}:
	default:
		return fmt.Errorf("limit %d: %w", rl.limit, ErrTooManyRequests)
	}
	defer func() { <-rl.running }()
	f()
	return nil
}
