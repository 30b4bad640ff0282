// Counts first, and takes it back when that was one too many; Leave looks before it
// counts down, because a count below zero would be a seat for a moment.
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
	if r.n.Add(1) > r.seats {
		r.n.Add(-1)
		return ErrFull
	}
	return nil
}

func (r *Ride) Leave() {
	for {
		n := r.n.Load()
		if n == 0 {
			panic("ride: Leave: nobody is aboard")
		}
		if r.n.CompareAndSwap(n, n-1) {
			return
		}
	}
}
