// The panic goes on, but as a text.
//
// A caller that recovers may compare the value: net/http does so with
// http.ErrAbortHandler. Wrapped into a new text it is another value, and nobody
// knows it any more.
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

func (rl *RequestLimiter) Execute(f func()) error {
	select {
	case rl.running <- struct{}{}:
	default:
		return ErrTooManyRequests
	}
	defer func() {
		<-rl.running
		if p := recover(); p != nil {
			panic(fmt.Sprintf("limiter: f panicked: %v", p))
		}
	}()
	f()
	return nil
}
