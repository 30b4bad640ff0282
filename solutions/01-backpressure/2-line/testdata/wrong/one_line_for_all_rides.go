// All rides share one line.
//
// The list of who waits is a variable of the package. Whoever leaves the
// coaster gives a seat to the first one at the carousel.
//
// Fails: TestTwoLinesShareNothing
package line

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"sync"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

var line list.List

type Line struct {
	mu     sync.Mutex
	seats  int
	places int
	aboard int
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
	l.mu.Lock()
	if l.aboard < l.seats {
		l.aboard++
		l.mu.Unlock()
		return nil
	}
	if line.Len() >= l.places {
		l.mu.Unlock()
		return ErrLineFull
	}
	mine := make(chan struct{})
	place := line.PushBack(mine)
	l.mu.Unlock()

	select {
	case <-mine:
		return nil
	case <-ctx.Done():
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	select {
	case <-mine:
		return nil
	default:
		line.Remove(place)
		return ctx.Err()
	}
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	if first := line.Front(); first != nil {
		close(line.Remove(first).(chan struct{}))
		return
	}
	l.aboard--
}
