// The end of ctx takes the seat from a guest who has it.
//
// What was set up to give the place back goes on watching ctx after Board has
// returned. A web request cancels its ctx as soon as it is over, and often
// before: somebody else gets on while the first one still sits there.
//
// Fails: TestAGuestAboardKeepsTheSeat TestNoGoroutineIsLeftBehind TestNoSeatIsLostWhenAGuestGivesUp TestNeverMoreGuestsInLineThanPlaces
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

	select {
	case l.aboard <- struct{}{}:
		context.AfterFunc(ctx, func() {
			select {
			case <-l.aboard:
			default:
			}
		})
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
