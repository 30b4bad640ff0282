// How long each call took is kept, for ever.
//
// The operator will want the median. One append allocates now and then only, and a
// server that does well for a week has millions of numbers in memory. A histogram has a
// fixed size.
//
// Fails: TestACallThatRunsAllocatesNothing
package limiter

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	running chan struct{}
	mu      sync.Mutex
	took    []time.Duration // each call, for the operator
}

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
	defer rl.leave(time.Now())
	f()
	return nil
}

func (rl *RequestLimiter) leave(began time.Time) {
	rl.mu.Lock()
	rl.took = append(rl.took, time.Since(began))
	rl.mu.Unlock()
	<-rl.running
}
