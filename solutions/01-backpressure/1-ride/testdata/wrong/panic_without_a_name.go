// New and Leave panic, but the text does not say where it comes from.
//
// A panic is read in a log, far from the code. Its text should begin with the
// package and name the value that was wrong.
//
// Fails: TestARideNeedsASeat TestNobodyCanLeaveAnEmptyRide
package ride

import (
	"errors"
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
		panic("not enough seats")
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
	defer r.mu.Unlock()
	if r.aboard == 0 {
		panic("nobody is aboard")
	}
	r.aboard--
}
