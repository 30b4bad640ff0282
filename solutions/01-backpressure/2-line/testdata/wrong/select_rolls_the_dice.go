// A ctx that has ended is left to the select.
//
// When a seat is free and ctx has ended, both cases are ready, and a select
// picks one of them at random. Half of the guests who no longer want a seat
// get one. Ask ctx first, on a line of its own.
//
// Fails: TestWhoComesTooLateTakesNothing
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
	select {
	case l.aboard <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
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
