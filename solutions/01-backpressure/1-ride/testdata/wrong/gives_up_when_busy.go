// Board says "full" when it means "somebody is at the door".
//
// TryLock fails whenever anybody else holds the lock, also a guest who is
// about to leave. The guest is turned away from a seat that is free.
//
// Fails: TestAFreeSeatIsNeverRefused
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
	if !r.mu.TryLock() {
		return ErrFull
	}
	defer r.mu.Unlock()
	if r.aboard == r.seats {
		return ErrFull
	}
	r.aboard++
	return nil
}

func (r *Ride) Leave() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.aboard == 0 {
		panic("ride: Leave: nobody is aboard")
	}
	r.aboard--
}
