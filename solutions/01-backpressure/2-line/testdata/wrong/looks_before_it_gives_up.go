// Looking whether the seat is there and going home are two steps.
//
// The guest looks, no seat has come, and in the next moment Leave hands it
// over. The guest goes home all the same. Both steps are atomic, but only a
// compare-and-swap makes them one.
//
// Fails: TestNobodyOvertakesTheLine TestNoSeatIsLostWhenAGuestGivesUp TestNeverMoreGuestsInLineThanPlaces
package line

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

const (
	waits = iota
	seated
	gone
)

type guest struct {
	state atomic.Int32
	wake  chan struct{}
}

type Line struct {
	mu     sync.Mutex
	seats  int
	aboard int
	line   []*guest
	places atomic.Int64
}

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	l := &Line{seats: seats}
	l.places.Store(int64(places))
	return l
}

func (l *Line) Board(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	g, err := l.enter()
	if g == nil {
		return err
	}
	select {
	case <-g.wake:
		return nil
	case <-ctx.Done():
		if g.state.Load() == seated {
			return nil
		}
		g.state.Store(gone)
		l.places.Add(1)
		return ctx.Err()
	}
}

func (l *Line) enter() (*guest, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard < l.seats {
		l.aboard++
		return nil, nil
	}
	if l.places.Load() == 0 {
		return nil, ErrLineFull
	}
	l.places.Add(-1)
	g := &guest{wake: make(chan struct{})}
	l.line = append(l.line, g)
	return g, nil
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	for len(l.line) > 0 {
		first := l.line[0]
		l.line = l.line[1:]
		if first.state.CompareAndSwap(waits, seated) {
			l.places.Add(1)
			close(first.wake)
			return
		}
	}
	l.aboard--
}
