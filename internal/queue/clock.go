// Package queue simulates queues in virtual time, for the pages in docs that
// explain them. A simulation asks no real clock and starts no goroutine: it
// takes the next event, moves its own clock there, and lets it happen. An hour
// passes in milliseconds, and the same simulation gives the same figures every
// time. Its tests hold it to the formulas that are known.
//
// Nothing here is safe for concurrent use; a simulation belongs to the goroutine
// that runs it.
package queue

import (
	"container/heap"
	"time"
)

// A Clock is virtual time, and what is going to happen in it. The zero Clock
// stands at 0.
type Clock struct {
	now    time.Duration
	coming events
	noted  int
}

// Now returns the virtual time since the beginning.
func (c *Clock) Now() time.Duration { return c.now }

// After lets do happen d from now. What is due at the same moment happens in the
// order in which it was noted. d is not negative.
func (c *Clock) After(d time.Duration, do func()) {
	heap.Push(&c.coming, &event{c.now + d, c.noted, do})
	c.noted++
}

// Run lets everything happen, in its order, until nothing more is going to.
func (c *Clock) Run() {
	for len(c.coming) > 0 {
		next := heap.Pop(&c.coming).(*event)
		c.now = next.at
		next.do()
	}
}

type event struct {
	at    time.Duration
	order int
	do    func()
}

// events is a heap with the next event on top.
type events []*event

func (e events) Len() int      { return len(e) }
func (e events) Swap(i, j int) { e[i], e[j] = e[j], e[i] }
func (e events) Less(i, j int) bool {
	return e[i].at < e[j].at || e[i].at == e[j].at && e[i].order < e[j].order
}
func (e *events) Push(x any) { *e = append(*e, x.(*event)) }
func (e *events) Pop() any {
	last := (*e)[len(*e)-1]
	*e = (*e)[:len(*e)-1]
	return last
}
