// The number of places is an int16.
//
// A thousand places go well, and in 16 bits 65,536 are none: everybody who finds no free
// seat is turned away. The number comes as an int, and an int is what it should stay.
//
// Fails: TestWhoFindsNoSeatWaits
package line

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type Line struct {
	aboard  chan struct{}
	places  int16
	waiting atomic.Int32
}

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{aboard: make(chan struct{}, seats), places: int16(places)}
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
	defer l.waiting.Add(-1)
	if l.waiting.Add(1) > int32(l.places) {
		return ErrLineFull
	}
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
