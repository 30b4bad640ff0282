// Package sync is the twin of sync for rewritten code. What blocks there
// waits here at a gate (see [step.Gate]): the explorer knows who can go on,
// and in a bubble of virtual time the wait is a durable one. What the race
// detector is told is what the originals tell it. A fatal error of the
// original, such as an Unlock of an unlocked mutex, is a panic with its text.
//
// Like package step this is go:norace throughout.
package sync

import (
	"sync"
	"unsafe"

	"example.com/backpressure/internal/schedule/step"
)

// A Locker is the original's.
type Locker = sync.Locker

// Mutex is the twin of [sync.Mutex]: whoever passes the gate shuts it.
type Mutex struct{ held step.Gate }

//go:norace
func (m *Mutex) Lock() {
	m.held.Pass(&m.held)
	step.Acquire(unsafe.Pointer(m))
}

//go:norace
func (m *Mutex) TryLock() bool {
	if !m.held.TryPass(&m.held) {
		return false
	}
	step.Acquire(unsafe.Pointer(m))
	return true
}

//go:norace
func (m *Mutex) Unlock() {
	step.Sync()
	step.Release(unsafe.Pointer(m))
	if m.held.Add(-1) < 0 {
		panic("sync: unlock of unlocked mutex")
	}
}

// RWMutex is the twin of [sync.RWMutex]. A writer first shuts out the other
// writers, then the new readers, and then waits for the old readers: as with
// the original, a waiting writer goes before readers who come later.
type RWMutex struct {
	writer  step.Gate // who wants to write, or does
	writing step.Gate // readers pass here
	reading step.Gate // the writer passes here
}

//go:norace
func (rw *RWMutex) Lock() {
	rw.writer.Pass(&rw.writer)
	rw.writing.Add(1)
	rw.reading.Drain()
	step.Acquire(unsafe.Pointer(&rw.writing))
	step.Acquire(unsafe.Pointer(&rw.reading))
}

//go:norace
func (rw *RWMutex) TryLock() bool {
	if !rw.writer.TryPass(&rw.writer) {
		return false
	}
	rw.writing.Add(1)
	if rw.reading.Count() > 0 {
		rw.writing.Add(-1)
		rw.writer.Add(-1)
		step.Failed()
		return false
	}
	step.Acquire(unsafe.Pointer(&rw.writing))
	step.Acquire(unsafe.Pointer(&rw.reading))
	return true
}

//go:norace
func (rw *RWMutex) Unlock() {
	step.Sync()
	step.Release(unsafe.Pointer(&rw.writing))
	if rw.writing.Add(-1) < 0 {
		panic("sync: Unlock of unlocked RWMutex")
	}
	rw.writer.Add(-1)
}

//go:norace
func (rw *RWMutex) RLock() {
	rw.writing.Pass(&rw.reading)
	step.Acquire(unsafe.Pointer(&rw.writing))
}

//go:norace
func (rw *RWMutex) TryRLock() bool {
	if !rw.writing.TryPass(&rw.reading) {
		return false
	}
	step.Acquire(unsafe.Pointer(&rw.writing))
	return true
}

//go:norace
func (rw *RWMutex) RUnlock() {
	step.Sync()
	step.ReleaseMerge(unsafe.Pointer(&rw.reading))
	if rw.reading.Add(-1) < 0 {
		panic("sync: RUnlock of unlocked RWMutex")
	}
}

// RLocker returns a [Locker] that locks for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
