// A panic in f ends here and becomes an error.
//
// Somebody wanted to keep the server alive. Now the caller's own recover never
// sees the panic: net/http closes no connection, the log has no stack, and the
// request looks as if the limiter had said no.
//
// Fails: TestAPanicGoesOnToTheCaller
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

func (rl *RequestLimiter) Execute(f func()) (err error) {
	select {
	case rl.running <- struct{}{}:
	default:
		return ErrTooManyRequests
	}
	defer func() {
		<-rl.running
		if p := recover(); p != nil {
			err = fmt.Errorf("limiter: f panicked: %v", p)
		}
	}()
	f()
	return nil
}
