// Leave reads the count and writes back one less.
//
// Between the reading and the writing another guest leaves or boards, and
// what that guest wrote is written over: a seat is lost, or one too many given.
//
// Fails: TestEveryLeaveGivesOneSeatBack TestOneGuestCannotLeaveTwice
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
	n := r.aboard.Load()
	if n <= 0 {
		panic("ride: Leave: nobody is aboard")
	}
	r.aboard.Store(n - 1)
}
