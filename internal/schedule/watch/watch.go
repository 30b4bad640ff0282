// Package watch looks after the program of the tests from inside. It tells
// whether an answer will ever come to rest, and sees to it that a program which
// the judge has started does not outlive the judge nor eat up the machine.
//
// No verdict here rests on how much time has passed: on a machine that is busy
// with other things a right answer may take long. What counts is what the
// goroutines wait for, how many steps were made, and the processor time that
// this program has used itself. Time only says when to look again.
package watch

import (
	"sync/atomic"
	"time"
)

// Glance is the time between two looks.
const Glance = 250 * time.Millisecond

// A bound is how much standstill is too much.
type bound struct {
	waits int           // looks that find everybody waiting for somebody else
	away  int           // looks that find somebody in a system call, and nobody running
	burnt time.Duration // processor time used while nothing gets on
}

// Right answers are never found waiting twice, and burn 0.4 s at the most while
// nothing gets on, in a program built with the race detector on a machine that
// has thirty other things to do.
//
// Once an answer has been found to hang, its other tests get a hurried bound,
// so that the learner waits for seconds and not for a minute.
var (
	patient = bound{waits: 4, away: 16, burnt: 4 * time.Second}
	hurried = bound{waits: 2, away: 2, burnt: 2 * time.Second}
)

var hurry atomic.Bool

// Hurry makes every Patience short from now on.
func Hurry() { hurry.Store(true) }

// A Patience decides when there is no more hope that something comes to its
// end. The zero Patience is ready to use, by one goroutine.
type Patience struct {
	seen        bool
	life, steps int64         // as they were at the last look
	since       time.Duration // processor time when life changed
	waits, away int           // looks in which nothing moved
}

// Hope is what a look leaves.
type Hope int

const (
	All     Hope = iota // something moves, or will
	Rests               // nobody will ever move again
	Burning             // much moves, and nothing comes of it
)

// Look is called after every Glance, with two numbers: steps changes whenever
// the answer does anything, as far as is known, and life only when it gets on.
func (p *Patience) Look(steps, life int64) Hope {
	most := patient
	if hurry.Load() {
		most = hurried
	}
	used := processorTime()
	if !p.seen || life != p.life {
		p.seen, p.life, p.since = true, life, used
	}
	if used-p.since >= most.burnt {
		return Burning
	}
	if steps != p.steps {
		p.steps, p.waits, p.away = steps, 0, 0
	} else {
		p.note(everybody())
	}
	if p.waits >= most.waits || p.waits+p.away >= most.away {
		return Rests
	}
	return All
}

func (p *Patience) note(now state) {
	switch now {
	case waiting:
		p.waits++
	case away:
		p.away++
	default:
		p.waits, p.away = 0, 0
	}
}
