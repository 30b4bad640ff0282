// The goroutine that waits in the guest's place is left there.
//
// A send in a goroutine of its own, so that Board can listen to ctx as well.
// When ctx ends, Board returns and the goroutine stays: it goes on waiting,
// takes a seat when its turn comes, and sits on it for ever.
//
// Fails: TestWhoFindsNoSeatWaits TestWhoWaitsSleeps TestLeaveGivesTheSeatToTheLine TestThePlaceOfAGuestWhoBoardedIsFree TestTwoLinesShareNothing TestTheGuestAfterTheLastPlaceIsTurnedAway TestAWaitingGuestCanGiveUp TestAGuestWhoGaveUpTakesNoSeat TestThePlaceOfAGuestWhoGaveUpIsFree TestTheLastSeatGoesToOneGuest TestALeaveThatPanicsFreesNoSeat TestNobodyOvertakesTheLine TestNoSeatIsLostWhenAGuestGivesUp TestNeverMoreGuestsInLineThanPlaces
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

	seated := make(chan struct{})
	go func() {
		l.aboard <- struct{}{}
		close(seated)
	}()
	select {
	case <-seated:
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
