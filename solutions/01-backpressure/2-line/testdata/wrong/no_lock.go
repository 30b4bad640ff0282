// The seats are counted, but nothing guards the count.
//
// Two guests read the same number, and both take the last seat. Two join the
// list at once, and one of them is lost. What is missing is that nobody else
// may come between the look and the step.
//
// Fails: race
package line

import (
	"container/list"
	"context"
	"errors"
	"fmt"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type Line struct {
	seats  int
	places int
	aboard int
	line   list.List
}

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{seats: seats, places: places}
}

func (l *Line) Board(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if l.aboard < l.seats {
		l.aboard++
		return nil
	}
	if l.line.Len() >= l.places {
		return ErrLineFull
	}
	mine := make(chan struct{})
	place := l.line.PushBack(mine)

	select {
	case <-mine:
		return nil
	case <-ctx.Done():
	}
	select {
	case <-mine:
		return nil
	default:
		l.line.Remove(place)
		return ctx.Err()
	}
}

func (l *Line) Leave() {
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	if first := l.line.Front(); first != nil {
		close(l.line.Remove(first).(chan struct{}))
		return
	}
	l.aboard--
}
