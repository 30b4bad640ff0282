// The guest in line looks for a seat every ten milliseconds.
//
// The seat stays empty until the next look, and in between whoever comes by
// takes it. A hundred guests in line wake ten thousand times a second to find
// nothing. Let whoever leaves wake the one who is next.
//
// Fails: TestWhoWaitsSleeps TestLeaveGivesTheSeatToTheLine TestThePlaceOfAGuestWhoBoardedIsFree TestFirstComeFirstServed TestTwoGuestsMayHaveTheSameCtx TestNobodyCanLeaveAnEmptyRide TestTwoLinesShareNothing TestAGuestAboardKeepsTheSeat TestTheGuestAfterTheLastPlaceIsTurnedAway TestWhoComesTooLateTakesNothing TestAGuestWhoGaveUpTakesNoSeat TestNoGoroutineIsLeftBehind TestNeverMoreGuestsThanSeats TestAGuestWhoComesWhileAnotherLeavesGetsTheSeat TestEveryLeaveServesOneGuest TestNobodyOvertakesTheLine TestNoSeatIsLostWhenAGuestGivesUp
package line

import (
	"context"
	"errors"
	"fmt"
	"time"
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

	for {
		select {
		case l.aboard <- struct{}{}:
			return nil
		default:
		}
		select {
		case <-time.After(10 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (l *Line) Leave() {
	select {
	case <-l.aboard:
	default:
		panic("line: Leave: nobody is aboard")
	}
}
