// Catches the panic, gives the slot back and panics again with the same value. A
// Goexit runs the deferred function too, and there recover returns nil.
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
		p := recover()
		<-rl.running
		if p != nil {
			panic(p)
		}
	}()
	f()
	return nil
}
