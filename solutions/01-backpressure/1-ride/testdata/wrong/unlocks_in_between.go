// The lock is given back between the look and the step.
//
// Both are done under the lock, each for itself. What has to be one thing is
// the two together.
//
// Fails: TestALeaveThatPanicsFreesNoSeat TestNeverMoreGuestsThanSeats TestTheLastSeatGoesToOneGuest
package ride

import (
	"errors"
	"fmt"
	"sync"
)

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct {
	mu     sync.Mutex
	seats  int
	aboard int
}

func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
	}
	return &Ride{seats: seats}
}

func (r *Ride) Board() error {
	r.mu.Lock()
	full := r.aboard == r.seats
	r.mu.Unlock()
	if full {
		return ErrFull
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.aboard++
	return nil
}

func (r *Ride) Leave() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.aboard == 0 {
		panic("ride: Leave: nobody is aboard")
	}
	r.aboard--
}
