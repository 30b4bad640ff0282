// One number for all who are aboard or in line, counted up first and taken back when
// that was too many; the channel of seats is the line.
package line

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
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

type Line struct {
	seats  int64
	places int64
	n      atomic.Int64 // aboard and in line
	aboard chan struct{}
}

func New(seats, places int) *Line {
	check(seats, places)
	return &Line{seats: int64(seats), places: int64(places), aboard: make(chan struct{}, seats)}
}

func (l *Line) Board(ctx context.Context) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if l.n.Add(1)-l.seats > l.places {
		l.n.Add(-1)
		return ErrLineFull
	}
	select {
	case l.aboard <- struct{}{}:
		return nil
	case <-ctx.Done():
		l.n.Add(-1)
		return ctx.Err()
	}
}

func (l *Line) Leave() {
	select {
	case <-l.aboard:
		l.n.Add(-1)
	default:
		panic("line: Leave: nobody is aboard")
	}
}
