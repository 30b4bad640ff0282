// Package line is the ride with a short waiting line in front of it: wait, or
// come back later.
package line

import (
	"context"
	"errors"
	"fmt"
)

// ErrLineFull is what a guest hears when every seat and every place in line is
// taken.
var ErrLineFull = errors.New("line: every seat and every place in line is taken")

// A Line is a ride with a fixed number of seats and a fixed number of places
// to wait in. It is safe for concurrent use.
type Line struct {
	// Two counting semaphores: each guest aboard is one element in aboard,
	// each guest in line is one in waiting.
	aboard, waiting chan struct{}
}

// New returns a ride with that many seats and that many places in line, all of
// them free. It panics when seats is less than one or places less than zero.
func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{
		aboard:  make(chan struct{}, seats),
		waiting: make(chan struct{}, places),
	}
}

// Board takes a seat and returns nil. When every seat is taken it waits in
// line, until a seat is its own or ctx ends, and then returns ctx.Err(). When
// every place in line is taken too, it returns ErrLineFull and does not wait.
// Guests who wait are served in the order in which they came. A ctx that has
// ended before the call takes neither seat nor place.
func (l *Line) Board(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err // a select would choose at random between this and a free seat
	}
	select {
	case l.aboard <- struct{}{}:
		return nil
	default:
	}
	select {
	case l.waiting <- struct{}{}:
	default:
		return ErrLineFull
	}
	defer func() { <-l.waiting }()

	// The runtime keeps the goroutines that are blocked on a channel in the
	// order in which they came, and a receive puts the first one's element into
	// the full buffer in the same step. So the seat is never free in between,
	// and nobody can overtake. A select does one of its cases or the other,
	// never both: no seat goes to a guest who has given up.
	select {
	case l.aboard <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Leave gives one seat to the first in line, or frees it when nobody waits. It
// never waits, and panics when nobody is aboard.
func (l *Line) Leave() {
	select {
	case <-l.aboard:
	default:
		panic("line: Leave: nobody is aboard")
	}
}
