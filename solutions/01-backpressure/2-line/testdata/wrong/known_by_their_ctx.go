// The guests in line are known by their ctx.
//
// Each has one, and with a map from ctx to channel they are quickly found. But two may
// have the same: everybody whose caller wrote context.Background(), or two calls in one
// request. The second one's channel takes the place of the first one's, who is never
// woken again. What tells guests apart is something that each makes anew.
//
// Fails: TestTwoGuestsMayHaveTheSameCtx
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
	seats  int
	places int
	aboard int
	order  []context.Context
	wake   map[context.Context]chan struct{}
}

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{seats: seats, places: places, wake: map[context.Context]chan struct{}{}}
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
	if len(l.order) >= l.places {
		l.mu.Unlock()
		return ErrLineFull
	}
	mine := make(chan struct{})
	l.order = append(l.order, ctx)
	l.wake[ctx] = mine
	l.mu.Unlock()
	select {
	case <-mine:
		return nil
	case <-ctx.Done():
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	select {
	case <-mine:
		return nil
	default:
	}
	i := slices.Index(l.order, ctx)
	l.order = slices.Delete(l.order, i, i+1)
	delete(l.wake, ctx)
	return ctx.Err()
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	if len(l.order) > 0 {
		first := l.order[0]
		l.order = l.order[1:]
		close(l.wake[first])
		delete(l.wake, first)
		return
	}
	l.aboard--
}
