// Board waits until somebody leaves.
//
// A plain send on a full channel blocks. The guest does not hear no, but
// stands there, and so does everybody behind. It is the `select` with
// `default` that turns waiting into an answer.
//
// Fails: TestALeaveThatPanicsFreesNoSeat TestASeatGivenBackIsFreeAtOnce TestTheGuestAfterTheLastSeatIsTurnedAway TestTheLastSeatGoesToOneGuest
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
	r.aboard <- struct{}{}
	return nil
}

func (r *Ride) Leave() {
	select {
	case <-r.aboard:
	default:
		panic("ride: Leave: nobody is aboard")
	}
}
