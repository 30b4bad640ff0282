package step

import "time"

// A Stroll is what is known of the steps outside of runs. They decide nothing,
// and are counted: whoever makes millions of them while virtual time stands
// still is in a loop.
type Stroll struct {
	Steps   int64  // how many there were
	Instant int64  // what time it was at one of the latest
	Pos     string // and its line
}

// The numbers are plain variables, which goroutines write at the same time: a
// step that gets lost does no harm, and an atomic counter would be an order of
// memory that the answer does not have.
var (
	steps   int64
	instant int64
	line    *string // a pointer, because half a string would be none
	halted  bool
)

// circle is how many steps lie between two looks at the clock, a power of two.
const circle = 1024

// stroll is a step outside of a run.
//
//go:norace
func stroll(pos string) {
	steps++
	if steps&(circle-1) == 0 {
		rest(pos)
	}
}

//go:norace
func rest(pos string) {
	instant, line = time.Now().UnixNano(), &pos
	if halted {
		raceDisable()
		select {}
	}
}

// Loose returns what is known now.
//
//go:norace
func Loose() Stroll {
	now := Stroll{Steps: steps, Instant: instant}
	if at := line; at != nil {
		now.Pos = *at
	}
	return now
}

// Halt leaves everybody who makes many steps outside of a run where he stands,
// until the next [NewEra].
//
//go:norace
func Halt() { halted = true }

//go:norace
func resume() { halted = false }
