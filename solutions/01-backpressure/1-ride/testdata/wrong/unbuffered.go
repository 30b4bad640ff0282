// The channel has no buffer.
//
// A channel made without a size holds nothing: a send succeeds only while
// somebody receives. Nobody does, so nobody ever boards.
//
// Fails: TestEverySeatIsFilled TestTheGuestAfterTheLastSeatIsTurnedAway TestASeatGivenBackIsFreeAtOnce TestNobodyCanLeaveAnEmptyRide TestTwoRidesShareNothing TestNeverMoreGuestsThanSeats TestAFreeSeatIsNeverRefused TestEveryLeaveGivesOneSeatBack TestOneGuestCannotLeaveTwice
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
	return &Ride{aboard: make(chan struct{})}
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
		panic("ride: Leave: nobody is aboard")
	}
}
