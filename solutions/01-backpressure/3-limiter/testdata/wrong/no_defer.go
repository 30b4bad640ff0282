// The slot is given back on the last line.
//
// A panic in f never reaches the last line, and neither does runtime.Goexit.
// Each one costs a slot for good, and after a few bad requests a server with
// nothing to do turns everybody away.
//
// Fails: TestAPanicGivesTheSlotBack TestGoexitGivesTheSlotBack TestACallGivesBackNoSlotButItsOwn TestASlotIsFreeAsSoonAsExecuteIsOver TestCallsThatEndAtOnceGiveBackTheirSlots
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
	f()
	<-rl.running
	return nil
}
