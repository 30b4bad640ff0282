// Who gives up lets a goroutine give the place back.
//
// Board returns the sooner for it, by nothing at all: a receive from a buffer that holds
// something never waits. And whoever comes straight after is turned away from a place
// where nobody stands.
//
// Fails: TestThePlaceOfAGuestWhoGaveUpIsFree
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
	select {
	case l.aboard <- struct{}{}:
		<-l.waiting
		return nil
	case <-ctx.Done():
		go func() { <-l.waiting }()
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
