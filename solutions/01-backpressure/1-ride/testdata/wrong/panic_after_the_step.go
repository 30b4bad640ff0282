// Leave counts down first and looks afterwards.
//
// The panic comes too late: the count stands below zero, and the next guest's
// seat is already gone. Check first, change second.
//
// Fails: TestALeaveThatPanicsFreesNoSeat TestNobodyCanLeaveAnEmptyRide
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
	for {
		n := r.aboard.Load()
		if n >= r.seats {
			return ErrFull
		}
		if r.aboard.CompareAndSwap(n, n+1) {
			return nil
		}
	}
}

func (r *Ride) Leave() {
	if r.aboard.Add(-1) < 0 {
		panic("ride: Leave: nobody is aboard")
	}
}
