// Once in line, a guest does not hear that ctx has ended.
//
// A plain send waits for a seat and for nothing else. The caller has given up
// long ago, the guest still stands there, keeps a place from others, and in
// the end takes a seat that nobody wants.
//
// Fails: TestAWaitingGuestCanGiveUp TestAGuestWhoGaveUpTakesNoSeat TestThePlaceOfAGuestWhoGaveUpIsFree TestNeverMoreGuestsInLineThanPlaces
package line

import (
	"context"
	"errors"
	"fmt"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type Line struct {
	aboard, waiting chan struct{}
}

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

func (l *Line) Board(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
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

	l.aboard <- struct{}{}
	return nil
}

func (l *Line) Leave() {
	select {
	case <-l.aboard:
	default:
		panic("line: Leave: nobody is aboard")
	}
}
