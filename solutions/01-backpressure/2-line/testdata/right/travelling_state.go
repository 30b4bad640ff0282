// No mutex: the state lies in a channel with room for one, and whoever has
// taken it out is alone with it. The guests in line have numbers.
package line

import (
	"context"
	"errors"
	"fmt"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type state struct {
	free    int
	number  int
	inLine  map[int]chan<- struct{}
	nextNow int // nobody in line has a lower number
}

type Line struct {
	seats, places int
	state         chan state
}

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	l := &Line{seats: seats, places: places, state: make(chan state, 1)}
	l.state <- state{free: seats, inLine: map[int]chan<- struct{}{}}
	return l
}

func (l *Line) Board(ctx context.Context) error {
	s := <-l.state
	switch {
	case ctx.Err() != nil:
		l.state <- s
		return ctx.Err()
	case s.free > 0:
		s.free--
		l.state <- s
		return nil
	case len(s.inLine) == l.places:
		l.state <- s
		return ErrLineFull
	}
	mine, called := s.number, make(chan struct{}, 1)
	s.inLine[mine] = called
	s.number++
	l.state <- s

	select {
	case <-called:
		return nil
	case <-ctx.Done():
		s := <-l.state
		defer func() { l.state <- s }()
		if _, still := s.inLine[mine]; !still {
			return nil
		}
		delete(s.inLine, mine)
		return ctx.Err()
	}
}

func (l *Line) Leave() {
	s := <-l.state
	defer func() { l.state <- s }()
	if s.free == l.seats {
		panic("line: Leave: nobody is aboard")
	}
	for ; s.nextNow < s.number; s.nextNow++ {
		if called, still := s.inLine[s.nextNow]; still {
			delete(s.inLine, s.nextNow)
			called <- struct{}{}
			return
		}
	}
	s.free++
}
