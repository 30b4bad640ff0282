package step

// budget is the number of steps after which a run is called a busy loop.
// Because nobody can be kept waiting for long, whoever is still running then
// does not wait for anybody.
const budget = 20_000

// A Choice is a moment at which several goroutines could go on, or several
// cases of a select. Alternatives are numbered: those below Free cost
// nothing, the others, up to All, cost a preemption.
type Choice struct {
	Pick, Free, All int
	who             uint64 // which they were, to notice a replay that diverges
}

// Same says whether two choices are between the same alternatives.
func (c Choice) Same(d Choice) bool { return c.Free == d.Free && c.All == d.All && c.who == d.who }

// decisions are what a run has chosen so far.
type decisions struct {
	path       []Choice // to repeat
	trail      []Choice // made, the first depth of them
	depth      int
	candidates []*goroutine
	steps      int
	clock      int

	// Diverged says that path could not be repeated: something else than the
	// schedule was different. Twice says that a select had not the ready case
	// that was to be tried, so that this schedule is one of its neighbours.
	Diverged bool
	Twice    bool
}

// Trail returns the choices made.
func (r *Run) Trail() []Choice { return r.trail[:r.depth] }

// room makes sure that n goroutines fit into candidates.
//
//go:norace
func (d *decisions) room(n int) {
	if n > len(d.candidates) {
		d.candidates = make([]*goroutine, 2*n+6)
	}
}

// choose returns who goes on; nil when nobody can. h is the goroutine that
// holds the token and asks, nil when nobody holds it.
//
// Going on with h is free, and interrupting it is a preemption. When h cannot
// go on, or lets the others go first, the next one is free. So a schedule
// without preemptions runs each goroutine until it blocks.
//
//go:norace
func (r *Run) choose(h *goroutine) *goroutine {
	if h != nil {
		h.state = parked
	}
	stays := h != nil && h.gate.isOpen()
	yields := stays && h.tired
	n := 0
	if stays && !yields {
		r.candidates[n] = h
		n++
	}
	free := n
	for g := r.first; g != nil; g = g.next {
		if g != h && r.ready(g) && !r.mustWait(g) {
			r.candidates[n] = g
			n++
		}
	}
	if !stays || yields {
		free = n
	}
	if yields {
		r.candidates[n] = h // to go on all the same is a preemption of the others
		n++
		if free == 0 {
			free = 1
		}
	}
	if n == 0 {
		return nil
	}
	who := uint64(14695981039346656037)
	for i := 0; i < n; i++ {
		who = (who ^ uint64(r.candidates[i].id)) * 1099511628211
	}
	pick := r.decide(free, n, who, r.highest(h, n))
	g := r.candidates[pick]
	r.clock++
	if yields {
		h.tired = false
		h.walk, h.laps = 0, 0
		if g != h {
			h.yielded = r.clock
			r.clock++
		}
	}
	if g != r.latest {
		g.cut = stays && pick >= free
		g.last = r.clock
		g.walk, g.laps = 0, 0
		r.latest = g
	}
	g.yielded = 0
	g.state = running
	return g
}

// ready says whether g waits for nothing but the token.
//
//go:norace
func (r *Run) ready(g *goroutine) bool {
	return g.state == parked && !g.quiet && g.token != nil && g.goid != 0 && g.gate.isOpen()
}

// mustWait says whether g has let the others go first and one of them, ready
// all along, has not run since. The one that has waited longest never must,
// so somebody can always go on, and nobody waits for ever.
//
//go:norace
func (r *Run) mustWait(g *goroutine) bool {
	if g.yielded == 0 {
		return false
	}
	for o := r.first; o != nil; o = o.next {
		if o != g && r.ready(o) && o.last <= g.yielded {
			return true
		}
	}
	return false
}

// theQuiet returns the goroutine that waits for all the others to rest.
//
//go:norace
func (r *Run) theQuiet() *goroutine {
	for g := r.first; g != nil; g = g.next {
		if g.state == parked && g.quiet {
			return g
		}
	}
	return nil
}

// decide picks one of all alternatives: as path says, and where it says nothing
// the one at otherwise.
//
//go:norace
func (d *decisions) decide(free, all int, who uint64, otherwise int) int {
	if all == 1 {
		return 0
	}
	c := Choice{Pick: otherwise, Free: free, All: all, who: who}
	if d.depth < len(d.path) {
		old := d.path[d.depth]
		if !old.Same(c) {
			d.Diverged = true
		}
		c.Pick = old.Pick
		if c.Pick >= all {
			c.Pick = all - 1
		}
	}
	if d.depth == len(d.trail) {
		longer := make([]Choice, 2*d.depth)
		for i := range d.trail {
			longer[i] = d.trail[i]
		}
		d.trail = longer
	}
	d.trail[d.depth] = c
	d.depth++
	return c.Pick
}

// circle notes that g comes by pos. After three laps around the same line in
// which nobody else had a turn, g is tired: a loop that waits for another
// goroutine must let it run. The line to watch changes after 1, 2, 4, 8, …
// steps, so that a loop of any length is found (Brent's cycle detection).
//
//go:norace
func (g *goroutine) circle(pos string) {
	g.walk++
	if g.walk&(g.walk-1) == 0 {
		g.spot, g.laps = pos, 0
	} else if g.spot == pos {
		g.laps++
		if g.laps == 3 {
			g.tired = true
			g.walk, g.laps = 0, 0
		}
	}
}
