package schedule

import (
	"sync/atomic"

	"example.com/backpressure/internal/schedule/step"
)

// A Gauge counts how many are inside at once, and remembers the most there
// ever were. The zero value is empty. It is safe for concurrent use, and it is
// invisible to the race detector: a test that watches an answer through a
// Gauge does not put the answer's memory accesses in order by watching, so a
// data race stays one.
type Gauge struct{ now, most atomic.Int64 }

// Enter counts one more and returns how many are inside now. An explored
// schedule may go on with somebody else before Enter returns.
func (g *Gauge) Enter() int {
	n := g.enter()
	step.Pause()
	return n
}

func (g *Gauge) enter() int {
	raceDisable()
	defer raceEnable()
	n := g.now.Add(1)
	for most := g.most.Load(); n > most && !g.most.CompareAndSwap(most, n); most = g.most.Load() {
	}
	return int(n)
}

// Leave counts one less.
func (g *Gauge) Leave() {
	raceDisable()
	defer raceEnable()
	g.now.Add(-1)
}

// Now returns how many are inside.
func (g *Gauge) Now() int {
	raceDisable()
	defer raceEnable()
	return int(g.now.Load())
}

// Most returns how many were inside at the fullest moment.
func (g *Gauge) Most() int {
	raceDisable()
	defer raceEnable()
	return int(g.most.Load())
}
