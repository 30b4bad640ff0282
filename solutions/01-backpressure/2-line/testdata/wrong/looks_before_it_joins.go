// Looking for a free place and taking it are two steps.
//
// Two guests look, both see the last place free, and both go for it. The
// second one stands in a send that has no other way out, and does not hear the
// end of ctx. A select with default looks and takes in one step.
//
// Fails: TestNeverMoreGuestsInLineThanPlaces
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
	if len(l.waiting) == cap(l.waiting) {
		return ErrLineFull
	}
	l.waiting <- struct{}{}
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
