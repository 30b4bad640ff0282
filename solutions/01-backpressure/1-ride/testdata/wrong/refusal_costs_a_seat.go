// A guest who is turned away is counted all the same.
//
// The counter goes up before the look and nobody takes it back on the way out,
// so each no makes the ride a seat smaller for good.
//
// Fails: TestASeatGivenBackIsFreeAtOnce TestNeverMoreGuestsThanSeats
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
	if r.aboard.Add(1) > r.seats {
		return ErrFull
	}
	return nil
}

func (r *Ride) Leave() {
	for {
		n := r.aboard.Load()
		if n == 0 {
			panic("ride: Leave: nobody is aboard")
		}
		if r.aboard.CompareAndSwap(n, n-1) {
			return
		}
	}
}
