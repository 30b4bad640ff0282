package step

import (
	"runtime"
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

	last    int  // when it last got the token
	yielded int  // when it last let the others go first; 0 is never
	tired   bool // it will, at its next step
	fresh   bool // a point was just before this statement
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
	events
}

type birth struct {
	pos  string
	next *birth
}

// Begin starts a run in the bubble of the calling goroutine, which becomes the
// body's. With every, each line is a point at which the token may change
// hands, otherwise only what synchronises; path holds the choices to repeat;
// wait is synctest.Wait. It uses the memory of the run before, which may be
// nil.
//
//go:norace
func Begin(before *Run, path []Choice, every bool, wait func()) *Run {
	raceDisable()
	r := &Run{wait: wait, every: every, woken: make(chan struct{}, 1), rested: make(chan struct{}), gone: make(chan struct{})}
	r.path = path
	if before != nil {
		r.trail, r.log, r.candidates = before.trail, before.log, before.candidates
	} else {
		r.trail, r.log = make([]Choice, 64), make([]event, 128)
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

// Stop ends the exploration of r, which may have left goroutines behind.
func (r *Run) Stop() { current = nil }

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
		if g := r.choose(r.asker); g != nil {
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

// enlist makes g the youngest.
//
//go:norace
func (r *Run) enlist(g *goroutine) {
	g.id, g.next = r.count, nil
	r.count++
	at := &r.first
	for *at != nil {
		at = &(*at).next
	}
	*at = g
	r.room(r.count)
}

// expect notes a go statement.
//
//go:norace
func (r *Run) expect(pos string) {
	at := &r.births
	for *at != nil {
		at = &(*at).next
	}
	*at = &birth{pos: pos}
}

// arrive returns the goroutine that calls, once it holds the token. If it had
// to wait for the token, parked is true: this was a choice already.
//
//go:norace
func (r *Run) arrive(pos string, stack uintptr) (g *goroutine, parked bool) {
	if g = r.holder; g != nil && g.stack == stack {
		return g, false
	}
	id := goid()
	if g = r.holder; g != nil && g.goid == id {
		g.stack = stack
		return g, false
	}
	raceDisable()
	r.lock.Lock()
	for g = r.first; g != nil && g.goid != id; g = g.next {
	}
	if g == nil {
		g = &goroutine{goid: id, token: make(chan struct{}, 1)}
		at := &r.newcomers
		for *at != nil && (*at).goid < id {
			at = &(*at).next
		}
		g.next = *at
		*at = g
	}
	r.lock.Unlock()
	raceEnable()
	if pos != "" {
		g.pos = pos
	}
	r.park(g)
	g.stack = stack
	return g, true
}

// park gives up the token, if g has it, and waits until it comes back.
//
//go:norace
func (r *Run) park(g *goroutine) {
	g.state = parked
	ReleaseMerge(unsafe.Pointer(&r.rest))
	raceDisable()
	if r.idle {
		select {
		case r.woken <- struct{}{}:
		default:
		}
	}
	<-g.token
	raceEnable()
}

// give lets g go on.
//
//go:norace
func (r *Run) give(g *goroutine) {
	r.holder = g
	g.state = running
	raceDisable()
	g.token <- struct{}{}
	raceEnable()
}

// line is a step that is recorded, and a point only when every line is one, or
// when g seems to be running in circles.
//
//go:norace
func (r *Run) line(pos string, stack uintptr) *goroutine {
	g, parked := r.begin(pos, stack)
	if !parked && (r.every || g.tired) {
		r.point(g, nil)
		g.fresh = true
	}
	return g
}

// sync is a step that is always a point.
//
//go:norace
func (r *Run) sync(pos string, stack uintptr) {
	if g, parked := r.begin(pos, stack); !parked {
		r.point(g, nil)
		r.commit(g)
	}
}

// begin is the start of a line: the one before it has run.
//
//go:norace
func (r *Run) begin(pos string, stack uintptr) (g *goroutine, parked bool) {
	g, parked = r.arrive(pos, stack)
	if g.guessed {
		r.dirty = true
		g.guessed = false
	}
	r.commit(g)
	g.pos, g.pending, g.fresh = pos, true, false
	g.circle(pos)
	r.spend(g)
	return g, parked
}

// within is a point inside of a line, before a twin's operation: unless the
// line began with one. The operation waits for gate.
//
//go:norace
func (r *Run) within(stack uintptr, gate *Gate) {
	g, parked := r.arrive("", stack)
	g.guessed = false
	r.spend(g)
	turn := g.last
	if !gate.isOpen() || !parked && !g.fresh {
		r.point(g, gate)
	}
	if g.last != turn && g.pos != "" {
		g.pending = true // others have run since: show the line again
	}
	g.fresh = false
	r.commit(g)
}

// point asks who goes on, and returns when it is g. With a gate that is when
// the gate is open.
//
//go:norace
func (r *Run) point(g *goroutine, gate *Gate) {
	g.gate = gate
	if r.dirty {
		r.asker = g
		r.park(g) // the controller looks who has been woken, and chooses
		r.asker = nil
	} else if next := r.choose(g); next == nil {
		r.park(g)
	} else if next != g {
		g.state = parked
		r.give(next)
		r.park(g)
	}
	g.gate = nil
}

// leave notes that the calling goroutine ends.
//
//go:norace
func (r *Run) leave(stack uintptr) {
	ReleaseMerge(unsafe.Pointer(&r.rest))
	raceDisable()
	id := 0
	if g := r.holder; g == nil || g.stack != stack {
		id = goid()
	}
	for g := r.first; g != nil; g = g.next {
		if g.goid == id || id == 0 && g == r.holder {
			r.commit(g)
			if g == r.holder {
				r.holder = nil
			}
			g.state = ended
		}
	}
	raceEnable()
}

// spend counts a step. A fair schedule that needs this many is a busy loop:
// it is left where it stands.
//
//go:norace
func (r *Run) spend(g *goroutine) {
	r.steps++
	if r.steps > budget {
		r.Busy, r.Where = true, g.pos
		raceDisable()
		select {}
	}
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

// A Newborn is a goroutine whose name is known before it runs.
type Newborn struct {
	r *Run
	g *goroutine
}

// Start announces a goroutine: the new one calls Enter first and Leave last.
// name is the test's, or empty: then it was started where the caller stands.
//
//go:norace
func Start(name string) Newborn {
	r := current
	if r == nil {
		return Newborn{}
	}
	var p byte
	parent, _ := r.arrive("", here(unsafe.Pointer(&p)))
	g := &goroutine{name: name, token: make(chan struct{}, 1)}
	if name == "" {
		g.born = parent.pos
	}
	r.enlist(g)
	r.dirty = true
	return Newborn{r, g}
}

// Born returns the line that started it.
//
//go:norace
func (n Newborn) Born() string {
	if n.g == nil {
		return ""
	}
	return n.g.born
}

//go:norace
func (n Newborn) Enter() {
	if n.r != nil {
		var p byte
		n.g.goid = goid()
		n.r.park(n.g)
		n.g.stack = here(unsafe.Pointer(&p))
	}
}

//go:norace
func (n Newborn) Leave() {
	if n.r != nil {
		var p byte
		n.r.leave(here(unsafe.Pointer(&p)))
	}
}

// goid asks the runtime who is calling: "goroutine 18 [running]: …".
//
//go:norace
func goid() int {
	var text [32]byte
	n := runtime.Stack(text[:], false)
	id := 0
	for i := len("goroutine "); i < n && '0' <= text[i] && text[i] <= '9'; i++ {
		id = 10*id + int(text[i]-'0')
	}
	return id
}
