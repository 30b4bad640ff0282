// A panic with an error goes on as another error.
//
// errors.Is would find the old one inside. But recover compares values, as
// net/http does with http.ErrAbortHandler, and this is a new value.
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
		switch p := recover().(type) {
		case nil:
		case error:
			panic(fmt.Errorf("limiter: %w", p))
		default:
			panic(p)
		}
	}()
	f()
	return nil
}
