// Leave counts down first, and takes it back when that was one too many.
//
// For a moment the count says -1, which is one seat more than there is: two guests who
// come at that moment both find it free. Leave must look and count down in one step.
//
// Fails: TestALeaveThatPanicsFreesNoSeat
package ride

import (
	"errors"
	"fmt"
	"sync/atomic"
)

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct {
	seats int64
	n     atomic.Int64
}

func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
	}
	return &Ride{seats: int64(seats)}
}

func (r *Ride) Board() error {
	for {
		n := r.n.Load()
		if n >= r.seats {
			return ErrFull
		}
		if r.n.CompareAndSwap(n, n+1) {
			return nil
		}
	}
}

func (r *Ride) Leave() {
	if r.n.Add(-1) < 0 {
		r.n.Add(1)
		panic("ride: Leave: nobody is aboard")
	}
}
