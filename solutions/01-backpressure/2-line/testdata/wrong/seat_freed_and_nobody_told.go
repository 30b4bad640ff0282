// A guest who gives up with a seat in hand frees it, and nobody is told.
//
// The seat came in the moment in which ctx ended, and it is put back as if
// nobody were waiting. The next in line sleeps on beside an empty seat. Who
// gives a seat back does what Leave does.
//
// Fails: TestNobodyOvertakesTheLine TestNoSeatIsLostWhenAGuestGivesUp
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
	mu     sync.Mutex
	free   int
	seats  int
	places int
	line   []*guest
}

type guest struct{ seat chan bool }

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{free: seats, seats: seats, places: places}
}

func (l *Line) Board(ctx context.Context) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	g := &guest{make(chan bool, 1)}
	l.mu.Lock()
	switch {
	case l.free > 0:
		l.free--
		g.seat <- true
	case len(l.line) < l.places:
		l.line = append(l.line, g)
	default:
		l.mu.Unlock()
		return ErrLineFull
	}
	l.mu.Unlock()

	select {
	case <-g.seat:
		if ctx.Err() == nil {
			return nil
		}
		l.Leave()
	case <-ctx.Done():
		l.mu.Lock()
		i := slices.Index(l.line, g)
		if i >= 0 {
			l.line = slices.Delete(l.line, i, i+1)
		}
		l.mu.Unlock()
		if i < 0 {
			l.mu.Lock()
			l.free++
			l.mu.Unlock()
		}
	}
	return ctx.Err()
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.free == l.seats {
		panic(errors.New("line: Leave: nobody is aboard"))
	}
	if len(l.line) > 0 {
		l.line[0].seat <- true
		l.line = slices.Delete(l.line, 0, 1)
		return
	}
	l.free++
}
