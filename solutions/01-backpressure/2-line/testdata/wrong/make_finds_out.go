// New leaves a negative number to make.
//
// It panics, but with "makechan: size out of range", which names neither the
// package nor the number. A panic is read in a log, far from the code.
//
// Fails: TestALineIsNotShorterThanNoPlaces
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
