// Board looks at the count, and then adds to it.
//
// Each of the two is atomic, and together they are not: two guests look at the
// same moment, both find the last seat free, and both sit down. The race
// detector has nothing to say to that.
//
// Fails: TestALeaveThatPanicsFreesNoSeat TestNeverMoreGuestsThanSeats TestTheLastSeatGoesToOneGuest
package ride

import (
	"errors"
	"fmt"
	"sync/atomic"
)

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct {
	seats  int64
	aboard atomic.Int64
}

func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
	}
	return &Ride{seats: int64(seats)}
}

func (r *Ride) Board() error {
	if r.aboard.Load() >= r.seats {
		return ErrFull
	}
	r.aboard.Add(1)
	return nil
}

func (r *Ride) Leave() {
	for {
		n := r.aboard.Load()
		if n <= 0 {
			panic("ride: Leave: nobody is aboard")
		}
		if r.aboard.CompareAndSwap(n, n-1) {
			return
		}
	}
}
