//go:build race

package step

import (
	"runtime"
	"unsafe"
)

// Race says whether the race detector is on.
const Race = true

// Races returns how many races were reported so far.
func Races() int { return runtime.RaceErrors() }

// Between raceDisable and raceEnable the detector takes no notice of what a
// goroutine waits for, so that the explorer's own hand-overs put nothing of
// the answer's in order.
func raceDisable() { runtime.RaceDisable() }
func raceEnable()  { runtime.RaceEnable() }

// The twins tell the detector what the originals tell it: Acquire happens
// after every Release and ReleaseMerge of the same address before it.
func Acquire(p unsafe.Pointer)      { runtime.RaceAcquire(p) }
func Release(p unsafe.Pointer)      { runtime.RaceRelease(p) }
func ReleaseMerge(p unsafe.Pointer) { runtime.RaceReleaseMerge(p) }

// Reads and Writes tell it of an access, for misuse that is a race by
// definition (Add beside Wait).
func Reads(p unsafe.Pointer)  { runtime.RaceRead(p) }
func Writes(p unsafe.Pointer) { runtime.RaceWrite(p) }
