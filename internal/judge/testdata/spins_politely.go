// Package ride asks for a seat again and again, and lets others go first.
package ride

import (
	"errors"
	"fmt"
	"runtime"
)

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct {
	aboard chan struct{}
}

func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
	}
	return &Ride{aboard: make(chan struct{}, seats)}
}

func (r *Ride) Board() error {
	for {
		select {
		case r.aboard <- struct{}{}:
			return nil
		default:
			runtime.Gosched()
		}
	}
}

func (r *Ride) Leave() {
	select {
	case <-r.aboard:
	default:
		panic("ride: Leave: nobody is aboard")
	}
}
