// At every change a channel is closed and a new one put in its place. Whoever
// waits looks again; a guest who is first in line and sees a free seat takes it.
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
	mu      sync.RWMutex
	free    int
	seats   int
	places  int
	line    []*int
	changed chan struct{}
}

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{free: seats, seats: seats, places: places, changed: make(chan struct{})}
}

func (l *Line) Board(ctx context.Context) error {
	me := new(int)
	for {
		again, err := l.look(ctx, me)
		if again == nil {
			return err
		}
		select {
		case <-again:
		case <-ctx.Done():
		}
	}
}

// look boards the guest, or turns it away, or returns a channel to wait for.
func (l *Line) look(ctx context.Context, me *int) (<-chan struct{}, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	place := slices.Index(l.line, me)
	if err := ctx.Err(); err != nil {
		l.moveUp(place)
		return nil, err
	}
	if l.free > 0 && (place == 0 || place < 0 && len(l.line) == 0) {
		l.free--
		l.moveUp(place)
		return nil, nil
	}
	if place < 0 {
		if len(l.line) == l.places {
			return nil, ErrLineFull
		}
		l.line = append(l.line, me)
	}
	return l.changed, nil
}

func (l *Line) moveUp(place int) {
	if place >= 0 {
		l.line = slices.Delete(l.line, place, place+1)
		l.tellAll()
	}
}

func (l *Line) tellAll() {
	close(l.changed)
	l.changed = make(chan struct{})
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.free == l.seats {
		panic("line: Leave: nobody is aboard")
	}
	l.free++
	l.tellAll()
}
