// After a panic the slot is given back by a goroutine that nobody waits for.
//
// Nothing that happens during a panic should wait, somebody thought, and the slot comes
// back soon. The caller that recovers and tries again is faster, and is turned away by
// nobody but itself. To give a slot back never waits: do it in the `defer` itself.
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
	returned := false
	defer func() {
		if returned {
			<-rl.running
			return
		}
		go func() { <-rl.running }()
	}()
	f()
	returned = true
	return nil
}
