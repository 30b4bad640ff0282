// The callback at the end of ctx says so first, and then takes the guest out of the line.
//
// Who was faster, Leave or the end of ctx, is decided under the lock, and no seat is
// lost. But Board returns at the word of the callback, which may still be on its way to
// the lock, and the place is not free yet. Take the guest out, and then say so.
//
// Fails: TestThePlaceOfAGuestWhoGaveUpIsFree TestNobodyOvertakesTheLine TestNoSeatIsLostWhenAGuestGivesUp TestNeverMoreGuestsInLineThanPlaces
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
	mine, gaveUp := make(chan struct{}), make(chan struct{})
	l.waiting = append(l.waiting, mine)
	l.mu.Unlock()
	stop := context.AfterFunc(ctx, func() {
		l.mu.Lock()
		i := slices.Index(l.waiting, mine)
		if i < 0 {
			l.mu.Unlock()
			return // Leave was faster
		}
		close(gaveUp)
		l.mu.Unlock()
		l.remove(mine)
	})
	defer stop()
	select {
	case <-mine:
		return nil
	case <-gaveUp:
		return ctx.Err()
	}
}

func (l *Line) remove(mine chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if i := slices.Index(l.waiting, mine); i >= 0 {
		l.waiting = slices.Delete(l.waiting, i, i+1)
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
