// Everybody has to stand in line, even when seats are free.
//
// The place comes first and the seat second. Of many guests who come at once
// to an empty ride some hear that the line is full, and a ride without a line
// never carries anybody.
//
// Fails: TestAFreeSeatIsNeverRefused TestALeaveThatPanicsFreesNoSeat TestASeatGivenBackIsFreeAtOnce TestEverySeatIsFilled TestTheGuestAfterTheLastPlaceIsTurnedAway TestTheLastSeatGoesToOneGuest
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
	case l.waiting <- struct{}{}:
	default:
		return ErrLineFull
	}
	defer func() { <-l.waiting }()

	select {
	case l.aboard <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (l *Line) Leave() {
	select {
	case <-l.aboard:
	default:
		panic("line: Leave: nobody is aboard")
	}
}
