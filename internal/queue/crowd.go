package queue

import (
	"math/rand/v2"
	"time"
)

// Times gives durations one after the other: the gaps between guests, or how
// long it takes to serve them.
type Times func(*rand.Rand) time.Duration

// Steady is the same duration each time.
func Steady(d time.Duration) Times {
	return func(*rand.Rand) time.Duration { return d }
}

// Random is a duration that knows nothing of the past: mostly shorter than mean,
// now and then several times as long (the exponential distribution). Gaps like
// that are those of guests who come independent of each other (a Poisson
// process).
func Random(mean time.Duration) Times {
	return func(r *rand.Rand) time.Duration {
		return time.Duration(r.ExpFloat64() * float64(mean))
	}
}

// Every returns the mean gap between guests of whom so many come in a second.
func Every(perSecond float64) time.Duration {
	return time.Duration(float64(time.Second) / perSecond)
}

// A Door is what a crowd comes to: a Station, a Fleet of them, or a Client in
// front of either.
type Door interface {
	// open sets the clock, before the first guest.
	open(*Clock)

	// enter lets a guest in whom it takes work to serve, and calls done once,
	// when the guest leaves: at once, when it is turned away.
	enter(work time.Duration, done func(Visit))
}

// A Crowd is guests on their way to a door.
type Crowd struct {
	Guests int
	Gap    Times // between one guest and the next
	Work   Times // to serve a guest
}

// Visit sends the crowd to a door that nobody has been at, and returns how each
// guest fared, in the order in which they came. The same crowd is the same guests
// at the same moments, whatever the door: that makes doors comparable.
func (c Crowd) Visit(door Door) []Visit {
	clock := new(Clock)
	door.open(clock)
	gaps, works := rand.New(rand.NewPCG(1, 1)), rand.New(rand.NewPCG(2, 2))
	visits := make([]Visit, c.Guests)
	var comes func(n int)
	comes = func(n int) {
		if n == c.Guests {
			return
		}
		clock.After(c.Gap(gaps), func() {
			door.enter(c.Work(works), func(v Visit) { visits[n] = v })
			comes(n + 1)
		})
	}
	comes(0)
	clock.Run()
	return visits
}
