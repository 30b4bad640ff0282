// Package step is what a rewritten answer calls. A step stands before every
// statement; at a step the goroutine may have to wait until the explorer lets
// it go on. At any moment one goroutine holds the token, and only that one
// runs: all the others are parked at a step, or blocked.
//
// Outside of an exploration steps are only counted.
//
// Two rules hold for all of the explorer's own code that runs in the
// goroutines of an answer. It is go:norace, and what it waits for stands
// between raceDisable and raceEnable: otherwise a hand-over of the token
// would be an order of memory that the answer itself does not have, and hide
// its data races. And it uses no append, copy or map, which report to the
// race detector from inside the runtime.
package step

import (
	"runtime"
	"strings"
	"unsafe"

	// Its guard is set up before the package of the answer, which imports this one.
	"example.com/backpressure/internal/schedule/watch"
)

// current is the run that is going on, nil when there is none. It changes
// only while no goroutine of a bubble is running.
var current *Run

var sources = map[string][]string{}

// Source keeps the text of a rewritten file, for the picture. It is called
// while package variables are initialised.
func Source(file, text string) struct{} {
	sources[file] = strings.Split(text, "\n")
	return struct{}{}
}

// Rewritten says whether the program contains rewritten code.
func Rewritten() bool { return len(sources) > 0 }

// AsWritten ends the output of a test that was skipped because it measures
// something that steps would change: it wants to be run on the answer as it is
// written.
const AsWritten = "wants the answer without steps"

// StillExploring is printed every few seconds by an exploration that moves.
const StillExploring = "the exploration goes on"

// PictureWidth names the environment variable that says how many columns a
// picture may take.
const PictureWidth = "SCHEDULE_WIDTH"

// here returns which 2 KiB of memory p lies in. No goroutine has a smaller
// stack, so two goroutines are never in the same place: a way of telling them
// apart in a nanosecond, where asking the runtime for a number takes 4000.
//
//go:norace
func here(p unsafe.Pointer) uintptr { return uintptr(p) >> 11 }

// Line stands before a statement that may call something.
//
//go:norace
func Line(pos string) {
	if r := current; r != nil {
		r.line(pos, here(unsafe.Pointer(&pos))).called = true
		r.dirty = true
	} else {
		stroll(pos)
	}
}

// Plain stands before a statement that calls nothing.
//
//go:norace
func Plain(pos string) {
	if r := current; r != nil {
		r.line(pos, here(unsafe.Pointer(&pos)))
	} else {
		stroll(pos)
	}
}

// Ahead stands before a statement that begins with a channel operation, whose own
// step comes only after the channel has been evaluated. It is a point when every
// line is one; the line is recorded later.
//
//go:norace
func Ahead(pos string) {
	if r := current; r != nil && r.every {
		g, parked := r.arrive("", here(unsafe.Pointer(&pos)))
		r.commit(g)
		r.spend(g)
		if g.pos = pos; !parked {
			r.point(g, nil)
		}
	}
}

// Twin stands before a statement that calls nothing but an operation of a
// twin, by its name. If none follows, it was something else of that name.
//
//go:norace
func Twin(pos string) {
	if r := current; r != nil {
		r.line(pos, here(unsafe.Pointer(&pos))).guessed = true
	} else {
		stroll(pos)
	}
}

// Point stands before a statement that synchronises.
//
//go:norace
func Point(pos string) {
	if r := current; r != nil {
		r.sync(pos, here(unsafe.Pointer(&pos)))
		r.dirty = true
	} else {
		stroll(pos)
	}
}

// Close stands before close, which wakes others.
//
//go:norace
func Close(pos string) { Point(pos) }

// Before stands before a channel operation, and passes the channel on.
//
//go:norace
func Before[C any](pos string, c C) C {
	Point(pos)
	return c
}

// After stands around a receive: the goroutine may have been blocked.
//
//go:norace
func After[T any](v T) T {
	Back("")
	return v
}

// Recv2 is the receive with two results.
//
//go:norace
func Recv2[T any](pos string, c <-chan T) (T, bool) {
	Point(pos)
	v, ok := <-c
	Back(pos)
	return v, ok
}

// Back stands after an operation that may have blocked. Whoever blocked has
// lost the token, and waits here until it is given back.
//
//go:norace
func Back(pos string) {
	if r := current; r != nil {
		r.arrive(pos, here(unsafe.Pointer(&pos)))
		r.dirty = true
	}
}

// Enter stands first in a function that foreign code may call. Nobody knows
// whom that code has woken.
//
//go:norace
func Enter(string) {
	if r := current; r != nil {
		r.dirty = true
	}
}

// Go stands before a go statement.
//
//go:norace
func Go(pos string) {
	watch.Spawns()
	if r := current; r != nil {
		r.line(pos, here(unsafe.Pointer(&pos)))
		r.expect(pos)
		r.dirty = true
	} else {
		stroll(pos)
	}
}

// Yield stands for runtime.Gosched.
//
//go:norace
func Yield(pos string) {
	if r := current; r != nil {
		if g, parked := r.begin(pos, here(unsafe.Pointer(&pos))); !parked {
			g.tired = true
			r.point(g, nil)
		}
		r.dirty = true
	} else {
		stroll(pos)
		runtime.Gosched()
	}
}

// Guard is deferred by a goroutine that the answer starts. It keeps a panic
// as the verdict of one schedule and notes that the goroutine has ended.
//
//go:norace
func Guard(pos string) {
	if told := panicked; told != nil {
		if p := recover(); p != nil {
			who := "a goroutine"
			if pos != "" {
				who += " started at " + pos
			}
			told(who, p)
		}
	}
	if r := current; r != nil {
		r.leave(here(unsafe.Pointer(&pos)))
	}
}

// panicked is told of panics while a bubble is judged.
var panicked func(who string, value any)

// OnPanic sets who is told of a panic that [Guard] catches; nil lets panics
// go on as ever.
//
//go:norace
func OnPanic(f func(who string, value any)) { panicked = f }

// Sync is the point of a twin's method, on the line that ran last.
//
//go:norace
func Sync() {
	if r := current; r != nil {
		var p byte
		r.within(here(unsafe.Pointer(&p)), nil)
	}
}

// Pause is a point in the code of a test, after which others may run.
//
//go:norace
func Pause() {
	if r := current; r != nil {
		var p byte
		if g, parked := r.arrive("", here(unsafe.Pointer(&p))); !parked {
			r.commit(g)
			g.fresh = false
			r.dirty = true // the test may have woken somebody
			r.point(g, nil)
		}
	}
}

// Failed notes that the goroutine tried something in vain (a
// CompareAndSwap): at its next step the others go first.
//
//go:norace
func Failed() {
	if r := current; r != nil {
		if g := r.holder; g != nil {
			g.tired = true
		}
	}
}
