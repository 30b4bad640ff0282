// Leave looks whether somebody is aboard, and then counts down.
//
// Two calls for one guest both see that guest. Neither panics, and the count
// stands below zero: the ride has one seat more than it was built with.
//
// Fails: TestOneGuestCannotLeaveTwice
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
	if r.aboard.Load() <= 0 {
		panic("ride: Leave: nobody is aboard")
	}
	r.aboard.Add(-1)
}
