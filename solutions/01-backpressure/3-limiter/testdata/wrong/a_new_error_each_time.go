// The refusal has the right text and is another error.
//
// Two errors with one text are two errors. Whoever asks errors.Is whether the
// server is full hears no, and answers 500 where it should be 429.
//
// Fails: TestTheCallAfterTheLimitIsTurnedAway TestACallInsideACallNeedsASlotOfItsOwn TestARefusalAllocatesNothing
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
		return errors.New(ErrTooManyRequests.Error())
	}
	defer func() { <-rl.running }()
	f()
	return nil
}
