// A channel that holds the free seats: boarding takes one out, leaving puts it
// back. The same semaphore, counted the other way.
package ride

import (
	"errors"
	"fmt"
)

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct{ free chan struct{} }

func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
	}
	return fullOfSeats(seats)
}

func (r *Ride) Board() error {
	select {
	case <-r.free:
		return nil
	default:
		return fmt.Errorf("sorry: %w", ErrFull)
	}
}

func (r *Ride) Leave() {
	select {
	case r.free <- struct{}{}:
	default:
		panic(errors.New("ride: Leave: nobody is aboard"))
	}
}

func fullOfSeats(seats int) *Ride {
	r := &Ride{free: make(chan struct{}, seats)}
	for range seats {
		r.free <- struct{}{}
	}
	return r
}
