// Whoever has a deadline waits for that, and hears nothing else.
//
// A timer of its own, since the time is known. But a ctx with a deadline may be cancelled
// long before, and then the guest stands in line for a client who is gone. ctx.Done()
// is closed in either case.
//
// Fails: TestAWaitingGuestCanGiveUp
package line

import (
	"context"
	"errors"
	"fmt"
	"time"
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
	var late <-chan time.Time
	done := ctx.Done()
	if deadline, ok := ctx.Deadline(); ok {
		timer := time.NewTimer(time.Until(deadline))
		defer timer.Stop()
		late, done = timer.C, nil
	}
	select {
	case l.aboard <- struct{}{}:
		return nil
	case <-late:
		return context.DeadlineExceeded
	case <-done:
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
