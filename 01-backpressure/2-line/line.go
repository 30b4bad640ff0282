// Package line is the ride with a short waiting line in front of it: wait, or
// come back later.
//
// Below, guests wait for ever in a line without end. Give the line an end, and
// give whoever waits in it a way out.
package line

import (
	"context"
	"errors"
	"fmt"
)

// ErrLineFull is what a guest hears when every seat and every place in line is
// taken. The text is yours to change.
var ErrLineFull = errors.New("line: every seat and every place in line is taken")

// A Line is a ride with a fixed number of seats and, in front of it, a fixed
// number of places to wait in. Two Lines share nothing, and every method may
// be called by many goroutines at the same time. When all calls have returned,
// no goroutine is left behind: a Line has no Close that could end one.
type Line struct {
	aboard chan struct{} // one element for each guest aboard
}

// New returns a ride with that many seats, all of them free, and that many
// places in line. No places at all is fine: then nobody waits.
//
// It panics when seats is less than one or places is less than zero, with a
// text that starts with "line" and names the number, as in "line: New(0, 3): a
// ride needs at least one seat".
func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{aboard: make(chan struct{}, seats)}
}

// Board takes a seat and returns nil, or takes none and returns an error.
//
//   - When a seat is free and nobody is waiting, it returns nil at once. (While
//     another Board is being turned away, this one may be, too.)
//   - When every seat is taken, it waits in line for as long as it takes, if a
//     place there is free. If none is, it returns ErrLineFull (or an error that
//     wraps it) at once.
//   - First come, first served: a guest who is already waiting when another
//     one calls Board gets a seat before that other one.
//   - When ctx ends while the guest waits, Board returns ctx.Err() at once, as
//     it is, not wrapped. The guest has no seat then, and the place in line is
//     free when Board has returned. The others stay in their order. (Several
//     guests may have the same ctx.)
//   - When ctx has ended before the call, Board returns ctx.Err() at once, as
//     it is: whether a seat is free or not, whether the line is full or not.
//     That takes neither seat nor place.
//   - At no moment do more guests hold a seat than there are seats, or wait
//     than there are places, however many goroutines call Board and Leave.
//   - No seat is ever lost. When ctx ends while a seat is handed to this guest,
//     either answer is right: nil, and the guest has the seat, or ctx.Err(),
//     and the next in line has it, or it is free if nobody waits.
//   - A guest who got nil keeps the seat until Leave, whatever becomes of ctx.
//
// "At once" means without waiting for another guest or for time to pass. (A
// mutex held for a moment is fine.) Who waits sleeps until somebody wakes it: a
// loop that looks again and again, or now and then, does not.
func (l *Line) Board(ctx context.Context) error {
	l.aboard <- struct{}{}
	return nil
}

// Leave gives one seat back, at once: to the first in line, or, when nobody
// waits, to whoever comes next. The Board of the first in line then returns
// nil at once, and its place is free when it has. (A Board that is called in
// the middle of this may still find the place taken.) Leave itself never waits
// for another guest.
//
// It panics when nobody is aboard, with a text that starts with "line". A
// caller that recovers from that panic finds the ride as it was before, and
// can go on using it.
func (l *Line) Leave() {
	select {
	case <-l.aboard:
	default:
		panic("line: Leave: nobody is aboard")
	}
}
