// The guest in line sleeps in a select, and looks once a second all the same.
//
// Whoever leaves a select and enters it again goes to the back of the channel's queue: a
// guest who came later gets the seat. And a hundred guests who look every second are
// woken for nothing. Sleep until somebody wakes you.
//
// Fails: TestWhoWaitsSleeps
package line

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

func check(seats, places int) {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): no", seats, places))
	}
}

type Line struct{ aboard, waiting chan struct{} }

func New(seats, places int) *Line {
	check(seats, places)
	return &Line{make(chan struct{}, seats), make(chan struct{}, places)}
}

func (l *Line) Board(ctx context.Context) error {
	if ctx.Err() != nil {
		return ctx.Err()
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
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
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
