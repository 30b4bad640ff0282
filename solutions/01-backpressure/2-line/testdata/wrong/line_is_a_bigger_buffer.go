// The line is a bigger buffer behind the seats.
//
// The channel has room for seats and places together, and a guest in line
// cannot be told from a guest aboard: everybody who fits in is let on the
// ride. A buffer moves the limit, it does not make a line.
//
// Fails: TestWhoFindsNoSeatWaits TestWhoWaitsSleeps TestLeaveGivesTheSeatToTheLine TestThePlaceOfAGuestWhoBoardedIsFree TestFirstComeFirstServed TestTwoGuestsMayHaveTheSameCtx TestNobodyCanLeaveAnEmptyRide TestTwoLinesShareNothing TestAGuestAboardKeepsTheSeat TestTheGuestAfterTheLastPlaceIsTurnedAway TestWhoComesTooLateTakesNothing TestAWaitingGuestCanGiveUp TestAGuestWhoGaveUpTakesNoSeat TestThePlaceOfAGuestWhoGaveUpIsFree TestNoGoroutineIsLeftBehind TestTheLastSeatGoesToOneGuest TestNeverMoreGuestsThanSeats TestALeaveThatPanicsFreesNoSeat TestNobodyOvertakesTheLine TestNoSeatIsLostWhenAGuestGivesUp TestNeverMoreGuestsInLineThanPlaces
package line

import (
	"context"
	"errors"
	"fmt"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type Line struct {
	aboard chan struct{}
}

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{aboard: make(chan struct{}, seats+places)}
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
	return ErrLineFull
}

func (l *Line) Leave() {
	select {
	case <-l.aboard:
	default:
		panic("line: Leave: nobody is aboard")
	}
}
