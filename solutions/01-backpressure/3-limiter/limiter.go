// Package limiter lets a number of requests into a server at the same time,
// and says no to the rest.
package limiter

import (
	"errors"
	"fmt"
)

// ErrTooManyRequests is what a caller hears who finds no free slot.
var ErrTooManyRequests = errors.New("too many concurrent requests")

// A RequestLimiter bounds how many calls run at once. It is safe for concurrent
// use.
type RequestLimiter struct {
	// running is a counting semaphore: each call that runs is one element in
	// the buffer, and the buffer has room for as many as may run.
	running chan struct{}
}

// NewRequestLimiter returns a limiter with that many slots, all of them free.
// It panics when limit is less than one.
func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	return &RequestLimiter{running: make(chan struct{}, limit)}
}

// Execute calls f and returns nil, or, when limit calls are running, returns
// ErrTooManyRequests at once. The slot comes back however f ends.
func (rl *RequestLimiter) Execute(f func()) error {
	select {
	case rl.running <- struct{}{}:
	default:
		return ErrTooManyRequests
	}
	// Deferred: a panic in f, or a Goexit, never reaches the last line.
	defer func() { <-rl.running }()
	f()
	return nil
}
