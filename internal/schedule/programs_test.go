package schedule_test

// Small programs as the rewrite leaves them: each stands here as its author
// wrote it, in the text given to Source, and below with its steps.

import (
	"errors"

	"example.com/backpressure/internal/schedule/step"
	"example.com/backpressure/internal/schedule/twin/atomic"
	"example.com/backpressure/internal/schedule/twin/sync"
)

var errFull = errors.New("full")

type rider interface {
	Board() error
	Leave()
}

var _ = step.Source("check.go", `package ride

func (r *Ride) Board() error {
	if r.n.Load() >= 1 {
		return ErrFull
	}
	r.n.Add(1)
	return nil
}

func (r *Ride) Leave() {
	r.n.Add(-1)
}
`)

// checkThenAct looks first and takes the seat later.
type checkThenAct struct{ n atomic.Int64 }

func (r *checkThenAct) Board() error {
	step.Enter("check.go:3")
	step.Twin("check.go:4")
	if r.n.Load() >= 1 {
		step.Plain("check.go:5")
		return errFull
	}
	step.Twin("check.go:7")
	r.n.Add(1)
	step.Plain("check.go:8")
	return nil
}

func (r *checkThenAct) Leave() {
	step.Enter("check.go:11")
	step.Twin("check.go:12")
	r.n.Add(-1)
}

var _ = step.Source("mutex.go", `package ride

func (r *Ride) Board() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.n >= 1 {
		return ErrFull
	}
	r.n++
	return nil
}

func (r *Ride) Leave() {
	r.mu.Lock()
	r.n--
	r.mu.Unlock()
}
`)

type mutexRide struct {
	mu sync.Mutex
	n  int
}

func (r *mutexRide) Board() error {
	step.Enter("mutex.go:3")
	step.Twin("mutex.go:4")
	r.mu.Lock()
	step.Plain("mutex.go:5")
	defer r.mu.Unlock()
	defer step.Twin("mutex.go:5")
	step.Plain("mutex.go:6")
	if r.n >= 1 {
		step.Plain("mutex.go:7")
		return errFull
	}
	step.Plain("mutex.go:9")
	r.n++
	step.Plain("mutex.go:10")
	return nil
}

func (r *mutexRide) Leave() {
	step.Enter("mutex.go:13")
	step.Twin("mutex.go:14")
	r.mu.Lock()
	step.Plain("mutex.go:15")
	r.n--
	step.Twin("mutex.go:16")
	r.mu.Unlock()
}

// nakedRide is mutexRide without its mutex.
type nakedRide struct{ n int }

func (r *nakedRide) Board() error {
	step.Enter("mutex.go:3")
	step.Plain("mutex.go:6")
	if r.n >= 1 {
		step.Plain("mutex.go:7")
		return errFull
	}
	step.Plain("mutex.go:9")
	r.n++
	step.Plain("mutex.go:10")
	return nil
}

func (r *nakedRide) Leave() {
	step.Enter("mutex.go:13")
	step.Plain("mutex.go:15")
	r.n--
}

// casRide takes the seat in one operation, again and again until it is sure.
type casRide struct{ n atomic.Int64 }

func (r *casRide) Board() error {
	step.Enter("cas.go:3")
	for {
		step.Twin("cas.go:5")
		n := r.n.Load()
		step.Plain("cas.go:6")
		if n >= 1 {
			step.Plain("cas.go:7")
			return errFull
		}
		step.Twin("cas.go:9")
		if r.n.CompareAndSwap(n, n+1) {
			step.Plain("cas.go:10")
			return nil
		}
	}
}

func (r *casRide) Leave() {
	step.Enter("cas.go:16")
	step.Twin("cas.go:17")
	r.n.Add(-1)
}

// channelRide has a channel with one place.
type channelRide struct{ seats chan struct{} }

func (r *channelRide) Board() error {
	step.Enter("channel.go:3")
	switch _0 := step.Send(r.seats)(struct{}{}); step.Select("channel.go:4", 0 == 0, _0) {
	case 0:
		step.Plain("channel.go:6")
		return nil
	default:
		step.Plain("channel.go:8")
		return errFull
	}
}

func (r *channelRide) Leave() {
	step.Enter("channel.go:12")
	step.After(<-step.Before("channel.go:13", r.seats))
}
