package step

import "unsafe"

// A Queue is a line of gates, each for one who waits to be called.
type Queue struct{ first, last *place }

type place struct {
	gate Gate
	next *place
}

// Join returns a shut gate at the end of the line.
//
//go:norace
func (q *Queue) Join() *Gate {
	raceDisable()
	plain.Lock()
	p := &place{gate: Gate{n: 1}}
	if q.last == nil {
		q.first = p
	} else {
		q.last.next = p
	}
	q.last = p
	plain.Unlock()
	raceEnable()
	return &p.gate
}

// Call opens the first gate, and returns false when there is none.
//
//go:norace
func (q *Queue) Call() bool {
	raceDisable()
	plain.Lock()
	p := q.first
	if p != nil {
		if q.first = p.next; q.first == nil {
			q.last = nil
		}
	}
	plain.Unlock()
	raceEnable()
	if p != nil {
		p.gate.Add(-1)
	}
	return p != nil
}

// A Stack keeps values; the last one comes back first. Whoever gets a value
// comes after whoever put it there.
type Stack struct{ top *item }

type item struct {
	value any
	next  *item
}

//go:norace
func (s *Stack) Push(value any) {
	i := &item{value: value}
	Release(unsafe.Pointer(i))
	raceDisable()
	plain.Lock()
	i.next, s.top = s.top, i
	plain.Unlock()
	raceEnable()
}

// Pop returns nil when nothing is left.
//
//go:norace
func (s *Stack) Pop() any {
	raceDisable()
	plain.Lock()
	i := s.top
	if i != nil {
		s.top = i.next
	}
	plain.Unlock()
	raceEnable()
	if i == nil {
		return nil
	}
	Acquire(unsafe.Pointer(i))
	return i.value
}

var age int

// Age returns a greater number each time.
//
//go:norace
func Age() int {
	raceDisable()
	plain.Lock()
	age++
	n := age
	plain.Unlock()
	raceEnable()
	return n
}
