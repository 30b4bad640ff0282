// The seats are counted, but nothing guards the count.
//
// Two guests read the same number, both add one, and both write the same
// result: two guests, one seat counted. The comparison is right; what is
// missing is that nobody else may come between the look and the step.
//
// Fails: race
package ride

import (
	"errors"
	"fmt"
)

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct {
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
	if r.aboard >= r.seats {
		return ErrFull
	}
	r.aboard++
	return nil
}

func (r *Ride) Leave() {
	if r.aboard == 0 {
		panic("ride: Leave: nobody is aboard")
	}
	r.aboard--
}
