// Everybody who comes in takes a ticket, of which there are as many as seats
// and places together, and keeps it until Leave. Tickets and seats are channels.
package line

import (
	"context"
	"errors"
	"fmt"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type Line struct{ tickets, seats chan struct{} }

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	return &Line{
		tickets: make(chan struct{}, seats+places),
		seats:   make(chan struct{}, seats),
	}
}

func (l *Line) Board(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	default:
	}
	select {
	case l.tickets <- struct{}{}:
	default:
		return ErrLineFull
	}
	select {
	case l.seats <- struct{}{}:
		return nil
	case <-ctx.Done():
		<-l.tickets
		return ctx.Err()
	}
}

func (l *Line) Leave() {
	select {
	case <-l.seats:
		<-l.tickets
	default:
		panic("line: Leave: nobody is aboard")
	}
}
