// A panic goes on as it is when it is an error, and otherwise as its text.
//
// It reads better in a log. A caller that recovers and asks for the type finds a string
// where f put a value with a String method. Don't touch the value: a `defer` that does
// not recover lets it pass.
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
			if err, ok := p.(error); ok {
				panic(err)
			}
			if s, ok := p.(fmt.Stringer); ok {
				panic(s.String())
			}
			panic(p)
		}
	}()
	f()
	return nil
}
