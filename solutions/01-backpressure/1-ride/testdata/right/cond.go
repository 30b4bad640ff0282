// A mutex inside a sync.Cond that nobody ever waits on: odd, and right.
package ride

import (
	"errors"
	"fmt"
	"sync"
)

var ErrFull = errors.New("ride: every seat is taken")

type Ride struct {
	cond *sync.Cond
	free int
	all  int
}

func New(seats int) *Ride {
	if seats < 1 {
		panic(fmt.Sprintf("ride: New(%d): a ride needs at least one seat", seats))
	}
	return &Ride{cond: sync.NewCond(new(sync.RWMutex)), free: seats, all: seats}
}

func (r *Ride) Board() error {
	r.cond.L.Lock()
	defer r.cond.L.Unlock()
	if r.free == 0 {
		return ErrFull
	}
	r.free--
	return nil
}

func (r *Ride) Leave() {
	r.cond.L.Lock()
	defer r.cond.L.Unlock()
	if r.free == r.all {
		panic("ride: Leave: nobody is aboard")
	}
	r.free++
	r.cond.Signal()
}
