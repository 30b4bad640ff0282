package step

import (
	"sync"
	"unsafe"
)

// What a goroutine is doing, as far as the explorer knows.
const (
	parked  = iota // waits for the token
	running        // holds the token, or runs towards its next step
	blocked        // waits for something in the answer or the test
	ended
)

// A goroutine is one of those that take part in a run.
type goroutine struct {
	next   *goroutine // in order of creation
	id     int        // 0 is the body
	goid   int        // the runtime's number
	name   string     // what the test calls it
	born   string     // the line of its go statement
	pos    string     // the line it stands on
	state  int
	stack  uintptr       // where it was last seen, see here
	token  chan struct{} // a send lets it go on
	gate   *Gate         // it can only go on while this is open
	awaits bool          // and goes on even if it shuts again
	quiet  bool          // it can only go on when nobody else can

	rank    int  // in a lottery: the highest goes on
	last    int  // when it last got the token
	yielded int  // when it last let the others go first; 0 is never
	tired   bool // it will, at its next step
	fresh   bool // a point was just before this statement
	called  bool // this statement calls something
	guessed bool // a twin's operation was to follow, but has not yet
	pending bool // the line it stands on has not run yet
	cut     bool // it has interrupted another one
	walk    int  // steps since others had a chance
	spot    string
	laps    int // how often it has come by spot
}

// A Run is one schedule of one body.
type Run struct {
	first, holder *goroutine
	latest        *goroutine // who last got the token
	asker         *goroutine // who gave it up at a point
	count         int
	newcomers     *goroutine // seen since the last quiescence, by goid
	births        *birth     // go statements whose goroutine was not seen yet
	lock          sync.Mutex // guards newcomers: several may come at once

	// dirty says that somebody else may have been woken since the last
	// quiescence. While it is false the token can change hands directly.
	dirty bool

	idle         bool // the controller waits for time to pass
	over         bool // the body has returned
	Busy         bool // the budget of steps is used up: Where says on which line
	Where        string
	woken        chan struct{}
	rested, gone chan struct{}
	rest         byte // its address stands for what Quiesce comes after

	wait  func() // synctest.Wait
	every bool   // every line is a point
	decisions
	lottery
	events
}

// Begin starts a run in the bubble of the calling goroutine, which becomes the
// body's. With every, each line is a point at which the token may change
// hands, otherwise only what synchronises; path holds the choices to repeat;
// wait is synctest.Wait. A seed other than zero has a lottery decide where path
// says nothing. It uses the memory of the run before, which may be nil.
//
//go:norace
func Begin(before *Run, path []Choice, every bool, seed uint64, wait func()) *Run {
	raceDisable()
	r := &Run{wait: wait, every: every, woken: make(chan struct{}, 1), rested: make(chan struct{}), gone: make(chan struct{})}
	r.path = path
	if before != nil {
		r.trail, r.log, r.candidates = before.trail, before.log, before.candidates
	} else {
		r.trail, r.log = make([]Choice, 64), make([]event, 128)
	}
	if seed != 0 {
		r.lottery = newLottery(seed, before)
	}
	raceEnable()
	var p byte
	g := &goroutine{goid: goid(), stack: here(unsafe.Pointer(&p)), token: make(chan struct{}, 1), state: running}
	r.enlist(g)
	r.holder = g
	current = r
	go r.control()
	return r
}

// End is deferred by the body's goroutine. It returns when nobody can go on.
//
//go:norace
func (r *Run) End() {
	var p byte
	raceDisable()
	r.arrive("", here(unsafe.Pointer(&p)))
	r.over = true
	r.holder.state = ended
	r.holder = nil
	<-r.gone
	raceEnable()
}

// Stop ends the run, which may have left goroutines behind.
//
//go:norace
func Stop() { current = nil }

// Steps returns how many steps the run has made, to see that it moves.
//
//go:norace
func Steps() int {
	if r := current; r != nil {
		return r.steps
	}
	return 0
}

// control is the goroutine that gives the token when nobody holds it. It
// waits for quiescence: when synctest.Wait returns, every other goroutine of
// the bubble is parked or blocked, whatever else the machine was doing.
//
//go:norace
func (r *Run) control() {
	raceDisable()
	for {
		r.wait()
		r.settle()
		if r.Busy {
			break
		}
		h := r.asker
		r.asker = nil
		if g := r.choose(h); g != nil {
			r.give(g)
			continue
		}
		if g := r.theQuiet(); g != nil {
			r.give(g)
			<-r.rested // nobody else may be in synctest.Wait meanwhile
			continue
		}
		if r.over {
			break
		}
		r.idle = true // only time can help: a timer wakes somebody, who parks
		<-r.woken
		r.idle = false
	}
	r.gone <- struct{}{}
	raceEnable()
}

// settle takes stock at a quiescence.
//
//go:norace
func (r *Run) settle() {
	if g := r.holder; g != nil {
		if g.state == running { // not parked: it has run into something
			r.commit(g)
			g.state = blocked
		}
		r.holder = nil
	}
	for g := r.newcomers; g != nil; {
		next := g.next
		if b := r.births; b != nil {
			g.born, r.births = b.pos, b.next
		}
		r.enlist(g)
		g = next
	}
	r.newcomers = nil
	r.dirty = false
}

// Quiesce returns when nobody else can go on before time passes, and comes
// after everything they did. It returns false outside of a run.
//
//go:norace
func Quiesce() bool {
	r := current
	if r == nil {
		return false
	}
	var p byte
	g, _ := r.arrive("", here(unsafe.Pointer(&p)))
	r.commit(g)
	r.conclude()
	g.quiet = true
	r.park(g)
	g.quiet = false
	r.wait() // the race detector learns here that this comes after the others
	Acquire(unsafe.Pointer(&r.rest))
	raceDisable()
	r.rested <- struct{}{}
	raceEnable()
	return true
}
