package step

import (
	"runtime"
	"unsafe"

	"example.com/backpressure/internal/schedule/watch"
)

type birth struct {
	pos  string
	next *birth
}

// enlist makes g the youngest.
//
//go:norace
func (r *Run) enlist(g *goroutine) {
	g.id, g.next, g.rank = r.count, nil, r.draw(1<<30)
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
	watch.Spawns()
	r := current
	if r == nil {
		return Newborn{}
	}
	var p byte
	parent, _ := r.arrive("", here(unsafe.Pointer(&p)))
	r.commit(parent)
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
