// What Board returns is worked out from whether ctx has a deadline.
//
// A ctx that has a deadline may be cancelled long before. The client hung up, and the log
// says that the server was too slow. ctx.Err() knows which it was.
//
// Fails: TestAWaitingGuestCanGiveUp
package line

import (
	"context"
	"errors"
	"fmt"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type Line struct{ aboard, waiting chan struct{} }

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{aboard: make(chan struct{}, seats), waiting: make(chan struct{}, places)}
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
		return nil
	case <-ctx.Done():
		if _, ok := ctx.Deadline(); ok {
			return context.DeadlineExceeded
		}
		return context.Canceled
	}
}

func (l *Line) Leave() {
	select {
	case <-l.aboard:
	default:
		panic("line: Leave: nobody is aboard")
	}
}
