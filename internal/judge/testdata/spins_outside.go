// New spins on bad input, outside of any bubble.
package ride

import "errors"

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct{ aboard chan struct{} }

func New(seats int) *Ride {
	for seats < 1 {
	}
	return &Ride{aboard: make(chan struct{}, seats)}
}

func (r *Ride) Board() error {
	select {
	case r.aboard <- struct{}{}:
		return nil
	default:
		return ErrFull
	}
}

func (r *Ride) Leave() {
	select {
	case <-r.aboard:
	default:
		panic("ride: Leave: nobody is aboard")
	}
}
