package step

import "unsafe"

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
	if isAbandoned(id) {
		select {}
	}
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
	if g.called || g.guessed {
		r.dirty = true // what was called may have woken somebody
		g.called, g.guessed = false, false
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
	} else if next := r.choose(g); next == nil {
		r.park(g)
	} else if next != g {
		g.state = parked
		r.give(next)
		r.park(g)
	}
	g.gate = nil
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
