// The free slots are a stack without a lock, and a slot that comes back looks like one
// that never went.
//
// A call reads the top of the stack, and the slot below it. Before it can take the top,
// another call takes both, and gives the top back. CompareAndSwap sees the same pointer
// as before, and puts the slot below, which is taken, on the stack again: one call too
// many runs. This is called the ABA problem. A number can stand for the stack here; or
// let each return push a new node.
//
// Fails: TestNobodyIsTurnedAwayWhileThereIsRoom
package limiter

import (
	"errors"
	"fmt"
	"sync/atomic"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type slot struct{ next atomic.Pointer[slot] }

type RequestLimiter struct{ free atomic.Pointer[slot] }

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	rl := new(RequestLimiter)
	for range limit {
		rl.push(new(slot))
	}
	return rl
}

func (rl *RequestLimiter) push(s *slot) {
	for {
		top := rl.free.Load()
		s.next.Store(top)
		if rl.free.CompareAndSwap(top, s) {
			return
		}
	}
}

func (rl *RequestLimiter) pop() *slot {
	for {
		top := rl.free.Load()
		if top == nil {
			return nil
		}
		if rl.free.CompareAndSwap(top, top.next.Load()) {
			return top
		}
	}
}

func (rl *RequestLimiter) Execute(f func()) error {
	s := rl.pop()
	if s == nil {
		return ErrTooManyRequests
	}
	defer rl.push(s)
	f()
	return nil
}
