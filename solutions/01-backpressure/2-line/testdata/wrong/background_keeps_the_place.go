// Whoever can't give up takes a shorter way, and keeps the place in line.
//
// The Done of context.Background() is nil, and where nothing can end, a plain send does
// what the select does. True; but the `defer` that gives the place back comes after it.
// The select waits on a nil channel for nothing, too, and costs little.
//
// Fails: TestTwoGuestsMayHaveTheSameCtx
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
	if ctx.Done() == nil { // never ends: a plain send is cheaper than a select
		l.aboard <- struct{}{}
		return nil
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
