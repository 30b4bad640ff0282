// Package limiter lets a number of requests into a server at the same time,
// and says no to the rest.
//
// The limiter below lets everybody in. Make it say no.
package limiter

import (
	"errors"
	"fmt"
)

// ErrTooManyRequests is what a caller hears who finds no free slot. The text is
// yours to change.
var ErrTooManyRequests = errors.New("too many concurrent requests")

// A RequestLimiter has a fixed number of slots, its limit. A call that runs
// holds one of them. Two limiters share nothing, and Execute may be called by
// many goroutines at the same time.
//
// A limiter starts no goroutine that stays: there is no Close to end it.
type RequestLimiter struct {
	limit int
}

// NewRequestLimiter returns a limiter with that many slots, all of them free.
//
// It panics when limit is less than one, with a text that starts with "limiter"
// and names the number, as in
// "limiter: NewRequestLimiter(0): a limiter needs at least one slot".
func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{limit: limit}
}

// Execute takes a free slot, calls f, gives the slot back and returns nil. When
// there is no free slot it returns ErrTooManyRequests (or an error that wraps
// it) at once, without waiting for anybody, and never calls f.
//
//   - It calls f once, in the goroutine of the caller, and returns when f has.
//   - At no moment do more calls of f run than the limiter has slots, however
//     many goroutines call Execute at once.
//   - A call is never turned away when fewer than limit other calls of Execute
//     overlap it (are in progress at some moment between its beginning and its
//     end). A call that is turned away costs no slot.
//   - The slot comes back however f ends: when it returns, when it panics, and
//     when it calls runtime.Goexit. It is free as soon as Execute is over. A
//     panic goes on to the caller with the same value; Goexit ends the caller's
//     goroutine.
//   - f may call Execute itself. That call needs a slot of its own, and is
//     turned away when there is none.
//   - Nothing is allocated on the heap, neither for a call that runs and whose
//     f returns, nor for one that is turned away.
//
// When requests come at random, a limiter that keeps all this turns away the
// share that Erlang's loss formula predicts. The last test looks at that.
func (rl *RequestLimiter) Execute(f func()) error {
	f()
	return nil
}
