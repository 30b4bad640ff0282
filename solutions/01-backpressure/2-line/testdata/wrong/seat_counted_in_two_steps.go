// Looking for a free seat and taking it are two steps.
//
// Each step is atomic, and in between somebody else takes the same seat. An
// atomic number does not make two operations one; compare-and-swap or a lock
// does.
//
// Fails: TestALeaveThatPanicsFreesNoSeat TestNeverMoreGuestsThanSeats TestTheLastSeatGoesToOneGuest
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
	seats  int64
	aboard atomic.Int64
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
	l := &Line{seats: int64(seats)}
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
		if g.state.CompareAndSwap(waits, gone) {
			l.places.Add(1)
			return ctx.Err()
		}
		return nil
	}
}

func (l *Line) enter() (*guest, error) {
	if l.aboard.Load() < l.seats {
		l.aboard.Add(1)
		return nil, nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard.Load() < l.seats {
		l.aboard.Add(1)
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
	if l.aboard.Load() == 0 {
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
	l.aboard.Add(-1)
}
