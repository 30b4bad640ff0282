package step

import (
	"sync"
	"unsafe"
)

// A Gate is what the twins wait at: a count that must be zero to pass. A
// mutex is a gate that whoever passes shuts behind him. The zero Gate is open.
//
// In a run there is nothing else to it, because only one goroutine runs at a
// time and the explorer looks at the gates before it chooses. Otherwise those
// who wait stand in line, each with a channel: in a bubble that is a channel
// of the bubble, so they block durably.
type Gate struct {
	n           int
	waiting     int // in Await
	first, last *waiter
}

type waiter struct {
	come  chan struct{}
	shuts bool // whoever passes shuts the gate again, so one is enough
	era   int
	next  *waiter
}

var (
	plain sync.Mutex // guards all gates outside of runs
	era   int        // of the bubble; who waits since another one is gone
)

// NewEra is called before and after each bubble. A goroutine that a bubble
// left behind at the gate of a package-level mutex must not be woken from
// outside: the runtime ends the program for that.
//
// Whoever was halted in the bubble that is gone stays where he is.
func NewEra() {
	plain.Lock()
	era++
	plain.Unlock()
	resume()
}

//go:norace
func (q *Gate) isOpen() bool { return q == nil || q.n == 0 }

// Pass is a point, waits until the gate is open and, in the same moment, adds
// one to shut, which may be q itself, another gate, or nil.
//
//go:norace
func (q *Gate) Pass(shut *Gate) {
	r := current
	if r == nil {
		q.stand(shut, nil)
		return
	}
	var p byte
	r.within(here(unsafe.Pointer(&p)), q)
	if shut != nil {
		shut.n++
	}
}

// Await is a point, waits until the count is zero, and says whether it had to
// wait. Whoever waits when the count becomes zero is released for good: it
// does not matter if it has grown again before he runs. The first one to wait
// writes to misuse, unless that is nil, as the race detector sees it.
//
//go:norace
func (q *Gate) Await(misuse unsafe.Pointer) (waited bool) {
	r := current
	if r == nil {
		return q.stand(nil, misuse)
	}
	var p byte
	stack := here(unsafe.Pointer(&p))
	if r.arrive("", stack); q.n == 0 {
		r.within(stack, nil)
	}
	if waited = q.n != 0; waited {
		if q.waiting == 0 && misuse != nil {
			Writes(misuse)
		}
		q.waiting++
		g, _ := r.arrive("", stack)
		g.awaits = true
		r.point(g, q)
		g.awaits = false
		r.commit(g)
		q.waiting--
	}
	return waited
}

// released opens the gate for good for those who wait at it now.
//
//go:norace
func (r *Run) released(q *Gate) {
	for g := r.first; g != nil; g = g.next {
		if g.gate == q && g.awaits {
			g.gate = nil
		}
	}
}

// TryPass does what Pass does when the gate is open, and otherwise returns
// false.
//
//go:norace
func (q *Gate) TryPass(shut *Gate) bool {
	Sync()
	raceDisable()
	plain.Lock()
	open := q.n == 0
	if open && shut != nil {
		shut.n++
	}
	plain.Unlock()
	raceEnable()
	if !open {
		Failed()
	}
	return open
}

// Add adds delta, wakes those who wait when that makes zero, and returns the
// sum. A sum below zero is returned, but not kept.
//
//go:norace
func (q *Gate) Add(delta int) int {
	if r := current; r != nil {
		sum := q.n + delta
		if sum >= 0 {
			q.n = sum
		}
		if sum == 0 {
			r.released(q)
		}
		return sum
	}
	raceDisable()
	plain.Lock()
	sum := q.n + delta
	if sum >= 0 {
		q.n = sum
	}
	for sum == 0 && q.first != nil {
		w := q.first
		if q.first = w.next; q.first == nil {
			q.last = nil
		}
		if w.era != era {
			continue
		}
		w.come <- struct{}{}
		if w.shuts {
			break
		}
	}
	plain.Unlock()
	raceEnable()
	return sum
}

// Count returns the count.
//
//go:norace
func (q *Gate) Count() int {
	raceDisable()
	plain.Lock()
	n := q.n
	plain.Unlock()
	raceEnable()
	return n
}

// stand waits in line.
//
//go:norace
func (q *Gate) stand(shut *Gate, misuse unsafe.Pointer) (waited bool) {
	raceDisable()
	plain.Lock()
	for q.n != 0 && (shut != nil || !waited) {
		if !waited && q.waiting == 0 && misuse != nil {
			raceEnable()
			Writes(misuse)
			raceDisable()
		}
		waited = true
		w := &waiter{come: make(chan struct{}, 1), shuts: shut == q, era: era}
		if q.last == nil {
			q.first = w
		} else {
			q.last.next = w
		}
		q.last = w
		q.waiting++
		plain.Unlock()
		<-w.come
		plain.Lock()
		q.waiting--
	}
	if shut != nil {
		shut.n++
	}
	plain.Unlock()
	raceEnable()
	return waited
}

// Drain is Await where it is no point to find the gate open.
//
//go:norace
func (q *Gate) Drain() {
	if current == nil || q.n != 0 {
		q.Await(nil)
	}
}
