// Board asks the channel how full it is, and then sends.
//
// Two guests see the last place in the buffer. One gets it, and the other
// stands in the send and waits, which is what Board must never do.
//
// Fails: TestALeaveThatPanicsFreesNoSeat TestTheLastSeatGoesToOneGuest
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
	if len(r.aboard) == cap(r.aboard) {
		return ErrFull
	}
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
