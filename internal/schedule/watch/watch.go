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
	steps int64         // made while nothing gets on
	burnt time.Duration // processor time used meanwhile, where there are few steps or none
}

// Right answers are never found waiting twice. The worst of them makes 400,000
// steps while nothing gets on, and burns 0.4 s, in a program built with the race
// detector on a machine that has thirty other things to do; one that asks each of
// a thousand at the end of each of a thousand made 6,700,000.
//
// Once an answer has been found to hang, its other tests get a hurried bound,
// so that the learner waits for seconds and not for a minute. It is short: it judges
// nothing but answers that are wrong already.
var (
	patient = bound{waits: 4, away: 16, steps: 30_000_000, burnt: 4 * time.Second}
	hurried = bound{waits: 2, away: 2, steps: 4_000_000, burnt: time.Second}
)

var hurry atomic.Bool

// Hurry makes every Patience short from now on.
func Hurry() { hurry.Store(true) }

// A Patience decides when there is no more hope that something comes to its
// end. The zero Patience is ready to use, by one goroutine.
type Patience struct {
	seen        bool
	life, steps int64         // as they were at the last look
	base        int64         // steps when life changed
	since       time.Duration // processor time then
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
		p.seen, p.life, p.base, p.since = true, life, steps, used
	}
	if used-p.since >= most.burnt || steps-p.base >= most.steps {
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
