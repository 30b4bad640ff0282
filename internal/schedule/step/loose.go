package step

import "time"

// A Stroll is what is known of the steps outside of runs. They decide nothing,
// and are counted: whoever makes millions of them while virtual time stands
// still is in a loop.
type Stroll struct {
	All     int64  // how many there were
	AtOnce  int64  // how many since time last moved
	Instant int64  // what time it was then
	Pos     string // the line of one of the latest
}

// The numbers are plain variables, which goroutines write at the same time: a
// step that gets lost does no harm, and an atomic counter would be an order of
// memory that the answer does not have.
var (
	loose  Stroll
	before int64 // steps when time last moved
	halted bool
)

// circle is how many steps lie between two looks at the clock, a power of two.
const circle = 1024

// stroll is a step outside of a run.
//
//go:norace
func stroll(pos string) {
	loose.All++
	if loose.All&(circle-1) == 0 {
		rest(pos)
	}
}

//go:norace
func rest(pos string) {
	if now := time.Now().UnixNano(); now != loose.Instant {
		loose.Instant, before = now, loose.All
	}
	loose.Pos = pos
	if halted {
		raceDisable()
		select {}
	}
}

// Loose returns what is known now.
//
//go:norace
func Loose() Stroll {
	now := loose
	now.AtOnce = now.All - before
	return now
}

// Halt leaves everybody who makes many steps outside of a run where he stands,
// until the next [NewEra].
//
//go:norace
func Halt() { halted = true }

//go:norace
func resume() {
	halted = false
	loose.Instant, before = 0, loose.All
}
