// The calls are counted, but nothing guards the count.
//
// Two callers read the same number, both add one, and both write the same
// result: two calls run, and one is counted. On the way out it is the same.
//
// Fails: race
package limiter

import (
	"errors"
	"fmt"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	limit   int
	running int
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: limit}
}

func (rl *RequestLimiter) Execute(f func()) error {
	if rl.running == rl.limit {
		return ErrTooManyRequests
	}
	rl.running++
	defer func() { rl.running-- }()
	f()
	return nil
}
