// Leave on an empty ride does nothing.
//
// It looks kind, and it hides the bug of the caller who leaves twice: some
// other guest's seat is given away, and much later somebody wonders why there
// are too many aboard.
//
// Fails: TestNobodyCanLeaveAnEmptyRide TestOneGuestCannotLeaveTwice
package ride

import (
	"errors"
	"fmt"
)

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct{ aboard chan struct{} }

func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
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
	}
}
