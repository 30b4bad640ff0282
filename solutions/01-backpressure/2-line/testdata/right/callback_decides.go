// The end of ctx is a callback, which takes the guest out of the line under the lock, and
// says so to Board; so does Leave. Board waits for one word, from whoever was first.
package line

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"sync"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type Line struct {
	mu            sync.Mutex
	seats, places int
	aboard        int
	line          list.List
}

type guest struct {
	place   *list.Element // nil when no longer in line
	verdict chan error
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
	if ctx.Err() != nil {
		return ctx.Err()
	}
	g, err := l.join()
	if g == nil {
		return err
	}
	defer context.AfterFunc(ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.takeOut(g, ctx.Err())
	})()
	return <-g.verdict
}

// join returns nil and what to return for a guest who need not wait.
func (l *Line) join() (*guest, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.aboard < l.seats:
		l.aboard++
		return nil, nil
	case l.line.Len() == l.places:
		return nil, ErrLineFull
	}
	g := &guest{verdict: make(chan error, 1)}
	g.place = l.line.PushBack(g)
	return g, nil
}

// takeOut is for whoever holds mu. The first verdict counts.
func (l *Line) takeOut(g *guest, verdict error) {
	if g.place != nil {
		l.line.Remove(g.place)
		g.place = nil
		g.verdict <- verdict
	}
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	if first := l.line.Front(); first != nil {
		l.takeOut(first.Value.(*guest), nil)
		return
	}
	l.aboard--
}
