// "So many run" is a state, and all of them are made in the beginning; each call steps to
// the next one and back. That another call steps away and back in between does no harm:
// a state is nothing but its number.
package limiter

import (
	"errors"
	"fmt"
	"sync/atomic"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type state struct{ more, fewer *state }

type RequestLimiter struct{ now atomic.Pointer[state] }

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	rl, s := new(RequestLimiter), new(state)
	rl.now.Store(s)
	for range limit {
		s.more = &state{fewer: s}
		s = s.more
	}
	return rl
}

func (rl *RequestLimiter) Execute(f func()) error {
	if !rl.step((*state).up) {
		return ErrTooManyRequests
	}
	defer rl.step((*state).down)
	f()
	return nil
}

func (s *state) up() *state   { return s.more }
func (s *state) down() *state { return s.fewer }

// step says whether there was such a state.
func (rl *RequestLimiter) step(to func(*state) *state) bool {
	for {
		from := rl.now.Load()
		next := to(from)
		if next == nil {
			return false
		}
		if rl.now.CompareAndSwap(from, next) {
			return true
		}
	}
}
