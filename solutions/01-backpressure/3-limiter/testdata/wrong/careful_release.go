// Giving the slot back is guarded by a sync.OnceFunc.
//
// The guard protects against a second release, which cannot happen here, and it
// allocates on every call that runs.
//
// Fails: TestACallThatRunsAllocatesNothing
package limiter

import (
	"errors"
	"fmt"
	"sync"
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
	release := sync.OnceFunc(func() { <-rl.running })
	defer release()
	f()
	return nil
}
