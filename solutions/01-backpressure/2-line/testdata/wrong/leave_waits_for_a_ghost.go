// Leave waits for a guest who has gone.
//
// The seat is handed over through a channel without a buffer, to a guest who
// gave up and does not listen any more. Leave blocks for ever, and with it the
// guest who only wanted to get off.
//
// Fails: TestAGuestWhoGaveUpTakesNoSeat TestThePlaceOfAGuestWhoGaveUpIsFree TestNobodyOvertakesTheLine TestNoSeatIsLostWhenAGuestGivesUp TestNeverMoreGuestsInLineThanPlaces
package line

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"sync"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type Line struct {
	mu     sync.Mutex
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
	l.mu.Lock()
	if l.aboard < l.seats {
		l.aboard++
		l.mu.Unlock()
		return nil
	}
	if l.line.Len() >= l.places {
		l.mu.Unlock()
		return ErrLineFull
	}
	mine := make(chan struct{})
	l.line.PushBack(mine)
	l.mu.Unlock()

	select {
	case <-mine:
		return nil
	case <-ctx.Done():
	}
	return ctx.Err()
}

func (l *Line) Leave() {
	l.mu.Lock()
	if l.aboard == 0 {
		l.mu.Unlock()
		panic("line: Leave: nobody is aboard")
	}
	if first := l.line.Front(); first != nil {
		next := l.line.Remove(first).(chan struct{})
		l.mu.Unlock()
		next <- struct{}{}
		return
	}
	l.aboard--
	l.mu.Unlock()
}
