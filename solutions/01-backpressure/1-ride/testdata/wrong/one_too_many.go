// The comparison lets one guest too many aboard.
//
// Asking "are there more guests than seats?" before counting the new guest is
// one question too late.
//
// Fails: TestALeaveThatPanicsFreesNoSeat TestNeverMoreGuestsThanSeats TestTheGuestAfterTheLastSeatIsTurnedAway TestTheLastSeatGoesToOneGuest
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
	defer r.mu.Unlock()
	if r.aboard > r.seats {
		return ErrFull
	}
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
