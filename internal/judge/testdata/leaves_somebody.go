// Package ride leaves a goroutine behind with every guest.
package ride

import (
	"errors"
	"fmt"
)

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct {
	aboard chan struct{}
	never  chan struct{}
}

func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
	}
	return &Ride{aboard: make(chan struct{}, seats), never: make(chan struct{})}
}

func (r *Ride) Board() error {
	select {
	case r.aboard <- struct{}{}:
		return nil
	default:
		go r.waits()
		return ErrFull
	}
}

func (r *Ride) waits() {
	<-r.never
}

func (r *Ride) Leave() {
	select {
	case <-r.aboard:
	default:
		panic("ride: Leave: nobody is aboard")
	}
}
