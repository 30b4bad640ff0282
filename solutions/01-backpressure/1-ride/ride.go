// Package ride is the simplest thing in the park that can be full: a ride with
// a number of seats.
package ride

import (
	"errors"
	"fmt"
)

// ErrFull is what a guest hears who finds no seat.
var ErrFull = errors.New("ride: every seat is taken")

// A Ride has a fixed number of seats. It is safe for concurrent use.
type Ride struct {
	// aboard is a counting semaphore: each guest aboard is one element in the
	// buffer, and the buffer has room for as many as there are seats.
	aboard chan struct{}
}

// New returns a ride with that many seats, all of them free. It panics when
// seats is less than one.
func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
	}
	return &Ride{aboard: make(chan struct{}, seats)}
}

// Board takes a free seat, or returns ErrFull. It never waits.
func (r *Ride) Board() error {
	select {
	case r.aboard <- struct{}{}:
		return nil
	default:
		return ErrFull
	}
}

// Leave gives one seat back. It panics when nobody is aboard.
func (r *Ride) Leave() {
	select {
	case <-r.aboard:
	default:
		panic("ride: Leave: nobody is aboard")
	}
}
