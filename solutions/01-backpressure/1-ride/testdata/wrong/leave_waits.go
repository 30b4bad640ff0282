// Leave on an empty ride waits for ever.
//
// A plain receive from an empty channel blocks until somebody boards. Then it
// takes that guest's seat away.
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
	<-r.aboard
}
