// Each guest in line sleeps in the second Lock of a mutex of its own, which Leave unlocks
// or the end of ctx, whoever is first.
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
	asleep sync.Mutex
	err    error
}

type Line struct {
	mu      sync.Mutex
	seats   int
	places  int
	aboard  int
	waiting []*guest
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
	g := new(guest)
	g.asleep.Lock()
	l.waiting = append(l.waiting, g)
	l.mu.Unlock()

	stop := context.AfterFunc(ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if i := slices.Index(l.waiting, g); i >= 0 {
			l.waiting = slices.Delete(l.waiting, i, i+1)
			g.err = ctx.Err()
			g.asleep.Unlock()
		}
	})
	defer stop()
	g.asleep.Lock()
	return g.err
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	if len(l.waiting) > 0 {
		l.waiting[0].asleep.Unlock()
		l.waiting = l.waiting[1:]
		return
	}
	l.aboard--
}
