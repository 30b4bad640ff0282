// The callback at the end of ctx is never called off.
//
// For a ctx of package context AfterFunc needs no goroutine, and so nobody notices; the
// callback itself stays with ctx, for as long as that lives. For a ctx of any other type,
// as some frameworks have them, a goroutine waits for its end, and each guest leaves one
// behind. AfterFunc returns a function that calls it off: defer that.
//
// Fails: TestNoGoroutineIsLeftBehind
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
	waiting []*sync.Cond
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
	defer l.mu.Unlock()
	if l.aboard < l.seats {
		l.aboard++
		return nil
	}
	if len(l.waiting) >= l.places {
		return ErrLineFull
	}
	mine := sync.NewCond(&l.mu)
	l.waiting = append(l.waiting, mine)
	context.AfterFunc(ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		mine.Signal()
	})
	for slices.Contains(l.waiting, mine) {
		if ctx.Err() != nil {
			i := slices.Index(l.waiting, mine)
			l.waiting = slices.Delete(l.waiting, i, i+1)
			return ctx.Err()
		}
		mine.Wait()
	}
	return nil
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	if len(l.waiting) > 0 {
		l.waiting[0].Signal()
		l.waiting = l.waiting[1:]
		return
	}
	l.aboard--
}
