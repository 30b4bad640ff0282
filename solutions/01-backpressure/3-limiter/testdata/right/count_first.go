// Counts itself first and looks afterwards. A count above the limit means that
// at least limit other calls are here at this moment, so the no is honest, and
// the call that is turned away takes itself out of the count.
package limiter

import (
	"errors"
	"fmt"
	"sync/atomic"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct {
	limit int64
	here  atomic.Int64
}

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: int64(limit)}
}

func (rl *RequestLimiter) Execute(f func()) error {
	defer rl.here.Add(-1)
	if rl.here.Add(1) > rl.limit {
		return ErrTooManyRequests
	}
	f()
	return nil
}
