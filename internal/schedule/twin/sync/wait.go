package sync

import (
	"unsafe"

	"example.com/backpressure/internal/schedule/step"
)

// WaitGroup is the twin of [sync.WaitGroup].
type WaitGroup struct {
	counter step.Gate
	misuse  byte // its address stands for an Add beside a Wait: a race
}

// Add, Done and Wait are not go:norace themselves, nor inlined: so a report of
// the race detector has the line of the answer that called them.
//
//go:noinline
func (wg *WaitGroup) Add(delta int) { wg.add(delta) }

//go:noinline
func (wg *WaitGroup) Done() { wg.add(-1) }

//go:noinline
func (wg *WaitGroup) Wait() { wg.wait() }

//go:norace
func (wg *WaitGroup) add(delta int) {
	step.Sync()
	if delta < 0 {
		step.ReleaseMerge(unsafe.Pointer(wg))
	}
	sum := wg.counter.Add(delta)
	if delta > 0 && sum == delta {
		step.Reads(unsafe.Pointer(&wg.misuse))
	}
	if sum < 0 {
		panic("sync: negative WaitGroup counter")
	}
}

//go:norace
func (wg *WaitGroup) wait() {
	waited := wg.counter.Await(unsafe.Pointer(&wg.misuse))
	step.Acquire(unsafe.Pointer(wg))
	if waited && wg.counter.Count() != 0 {
		panic("sync: WaitGroup is reused before previous Wait has returned")
	}
}

// Go is the original's, and keeps a panic of f as [step.Guard] does.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	child := step.Start("")
	go func() {
		defer step.Guard(child.Born())
		child.Enter()
		defer func() {
			if p := recover(); p != nil {
				panic(p) // without Done, which could let the program end first
			}
			wg.Done() // also after Goexit
		}()
		f()
	}()
}

// Cond is the twin of [sync.Cond]: whoever waits has a gate of his own.
type Cond struct {
	L Locker

	self  *Cond // to notice a copy
	queue step.Queue
}

func NewCond(l Locker) *Cond { return &Cond{L: l} }

//go:norace
func (c *Cond) Wait() {
	c.check()
	step.Sync() // a Signal without the lock may come before this
	place := c.queue.Join()
	c.L.Unlock()
	place.Drain()
	c.L.Lock()
}

//go:norace
func (c *Cond) Signal() {
	c.check()
	step.Sync()
	c.queue.Call()
}

//go:norace
func (c *Cond) Broadcast() {
	c.check()
	step.Sync()
	for c.queue.Call() {
	}
}

//go:norace
func (c *Cond) check() {
	if c.self == nil {
		c.self = c
	} else if c.self != c {
		panic("sync.Cond is copied")
	}
}
