// A mutex, and a list with a channel for each guest in line. Whoever is handed
// a seat keeps it, also when ctx has ended meanwhile.
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
	line   list.List // of chan struct{}, closed when the seat is handed over
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
		return fmt.Errorf("sorry: %w", ErrLineFull)
	}
	mine := make(chan struct{})
	place := l.line.PushBack(mine)
	l.mu.Unlock()

	select {
	case <-mine:
		return nil
	case <-ctx.Done():
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	select {
	case <-mine: // handed over before the lock was ours
		return nil
	default:
		l.line.Remove(place)
		return ctx.Err()
	}
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	if first := l.line.Front(); first != nil {
		close(l.line.Remove(first).(chan struct{})) // the seat changes hands, the count stays
		return
	}
	l.aboard--
}
