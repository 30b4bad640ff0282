// While anybody waits, an usher stands at the head of the line: a goroutine
// that comes with the first guest in line and goes home after the last.
package line

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type guest struct {
	seat chan struct{}
	away bool // taken out of the line by the usher
}

type Line struct {
	mu     sync.Mutex
	seats  int
	places int
	free   int
	line   []*guest
	bell   chan struct{} // nil when no usher is there
}

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{seats: seats, places: places, free: seats}
}

func (l *Line) Board(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	l.mu.Lock()
	if l.free > 0 && len(l.line) == 0 {
		l.free--
		l.mu.Unlock()
		return nil
	}
	if len(l.line) >= l.places {
		l.mu.Unlock()
		return ErrLineFull
	}
	g := &guest{seat: make(chan struct{})}
	l.line = append(l.line, g)
	if l.bell == nil {
		l.bell = make(chan struct{}, 1)
		go l.usher(l.bell)
	}
	l.mu.Unlock()

	select {
	case <-g.seat:
		return nil
	case <-ctx.Done():
		l.mu.Lock()
		defer l.mu.Unlock()
		if g.away {
			return nil
		}
		l.line = slices.DeleteFunc(l.line, func(other *guest) bool { return other == g })
		l.ring()
		return ctx.Err()
	}
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.free == l.seats {
		panic("line: Leave: nobody is aboard")
	}
	l.free++
	l.ring()
}

// ring calls the usher, if one is there and has not been called already.
func (l *Line) ring() {
	select {
	case l.bell <- struct{}{}:
	default:
	}
}

func (l *Line) usher(bell <-chan struct{}) {
	for range bell {
		if l.seatGuests() {
			return
		}
	}
}

// seatGuests seats whoever can be, and reports whether nobody is left in line.
func (l *Line) seatGuests() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.free > 0 && len(l.line) > 0 {
		l.free--
		first := l.line[0]
		l.line = l.line[1:]
		first.away = true
		close(first.seat)
	}
	if len(l.line) > 0 {
		return false
	}
	l.bell = nil
	return true
}
