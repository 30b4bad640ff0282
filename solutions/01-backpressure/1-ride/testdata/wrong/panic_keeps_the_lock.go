// Leave panics while it holds the lock.
//
// Without `defer` the Unlock below the panic never runs. Whoever recovers from
// the panic finds a ride that no guest can board or leave any more.
//
// Fails: TestALeaveThatPanicsFreesNoSeat TestNobodyCanLeaveAnEmptyRide
package ride

import (
	"errors"
	"fmt"
	"sync"
)

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct {
	mu     sync.Mutex
	seats  int
	aboard int
}

func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
	}
	return &Ride{seats: seats}
}

func (r *Ride) Board() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.aboard == r.seats {
		return ErrFull
	}
	r.aboard++
	return nil
}

func (r *Ride) Leave() {
	r.mu.Lock()
	if r.aboard == 0 {
		panic("ride: Leave: nobody is aboard")
	}
	r.aboard--
	r.mu.Unlock()
}
