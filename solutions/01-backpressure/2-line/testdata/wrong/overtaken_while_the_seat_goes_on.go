// Who gives up with a seat in hand frees it, and calls the next in line when the lock is
// free again.
//
// Leave hands the seat over in one piece; this way back, which hardly anybody takes, has
// two, and in between the seat is free while people wait. Whoever comes by in that moment
// has it. Hand the seat to the next without letting go of the lock.
//
// Fails: TestNobodyOvertakesTheLine
package line

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type Line struct {
	mu      sync.Mutex
	seats   int
	places  int
	aboard  int
	waiting []chan struct{}
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
	if len(l.waiting) >= l.places {
		l.mu.Unlock()
		return ErrLineFull
	}
	mine := make(chan struct{})
	l.waiting = append(l.waiting, mine)
	l.mu.Unlock()
	select {
	case <-mine:
		return nil
	case <-ctx.Done():
	}
	l.mu.Lock()
	i := slices.Index(l.waiting, mine)
	if i >= 0 {
		l.waiting = slices.Delete(l.waiting, i, i+1)
		l.mu.Unlock()
		return ctx.Err()
	}
	// Has a seat, and does not want it any more: on to the next.
	l.aboard--
	l.mu.Unlock()
	l.callNext()
	return ctx.Err()
}

func (l *Line) callNext() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.aboard < l.seats && len(l.waiting) > 0 {
		l.aboard++
		close(l.waiting[0])
		l.waiting = l.waiting[1:]
	}
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	if len(l.waiting) > 0 {
		close(l.waiting[0])
		l.waiting = l.waiting[1:]
		return
	}
	l.aboard--
}
