//go:build !race

package step

import "unsafe"

// Race says whether the race detector is on.
const Race = false

func Races() int { return 0 }

func raceDisable()                {}
func raceEnable()                 {}
func Acquire(unsafe.Pointer)      {}
func Release(unsafe.Pointer)      {}
func ReleaseMerge(unsafe.Pointer) {}
func Reads(unsafe.Pointer)        {}
func Writes(unsafe.Pointer)       {}
