// A guest notices the end of ctx only when a seat comes.
//
// The guest waits for the seat alone, looks at ctx afterwards, and passes the
// seat on. No seat is lost, but the caller waits for as long as the line
// takes, and the place is held for nothing.
//
// Fails: TestAWaitingGuestCanGiveUp TestThePlaceOfAGuestWhoGaveUpIsFree TestNeverMoreGuestsInLineThanPlaces
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

	<-mine
	if err := ctx.Err(); err != nil {
		l.Leave()
		return err
	}
	return nil
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	if first := l.line.Front(); first != nil {
		close(l.line.Remove(first).(chan struct{}))
		return
	}
	l.aboard--
}
