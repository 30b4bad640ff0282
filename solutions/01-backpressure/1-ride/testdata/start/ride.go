// Package ride is the simplest thing in the park that can be full: a ride with
// a number of seats.
//
// The ride below lets everybody on. Make it say no.
package ride

import (
	"errors"
	"fmt"
)

// ErrFull is what a guest hears who finds no seat. The text is yours to change.
var ErrFull = errors.New("ride: every seat is taken")

// A Ride has a fixed number of seats. Two rides share nothing, and every
// method may be called by many goroutines at the same time.
type Ride struct {
	seats  int
	aboard int
}

// New returns a ride with that many seats, all of them free.
//
// It panics when seats is less than one, with a text that starts with "ride"
// and names the number, as in "ride: New(0): a ride needs at least one seat".
func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
	}
	return &Ride{seats: seats}
}

// Board takes a free seat and returns nil. When there is none it returns
// ErrFull (or an error that wraps it).
//
//   - It never waits for another guest. (A mutex held for a moment is fine.)
//   - At no moment do more guests hold a seat than the ride has seats,
//     however many goroutines call Board and Leave at once.
//   - While a seat is free, nobody is turned away, unless another call of Board
//     is under way at the same moment.
func (r *Ride) Board() error {
	r.aboard++
	return nil
}

// Leave gives one seat back, at once: the next guest can have it as soon as
// Leave has returned. It never waits for another guest.
//
// It panics when nobody is aboard, with a text that starts with "ride". A
// caller that recovers from that panic finds the ride as it was before, and
// can go on using it.
func (r *Ride) Leave() {
	if r.aboard == 0 {
		panic("ride: Leave: nobody is aboard")
	}
	r.aboard--
}
