// Package atomic is the twin of sync/atomic for rewritten code: before each
// operation the explorer may let another goroutine go on, and after a
// CompareAndSwap in vain it lets the others go first. The operation itself is
// the original's, and so is the order of memory that it gives.
package atomic

import (
	"sync/atomic"

	"example.com/backpressure/internal/schedule/step"
)

// swapped passes on the result of a CompareAndSwap.
func swapped(ok bool) bool {
	if !ok {
		step.Failed()
	}
	return ok
}

// Int32 is the twin of [atomic.Int32].
type Int32 struct{ v atomic.Int32 }

func (x *Int32) Load() int32           { step.Sync(); return x.v.Load() }
func (x *Int32) Store(val int32)       { step.Sync(); x.v.Store(val) }
func (x *Int32) Swap(new int32) int32  { step.Sync(); return x.v.Swap(new) }
func (x *Int32) Add(delta int32) int32 { step.Sync(); return x.v.Add(delta) }
func (x *Int32) And(mask int32) int32  { step.Sync(); return x.v.And(mask) }
func (x *Int32) Or(mask int32) int32   { step.Sync(); return x.v.Or(mask) }
func (x *Int32) CompareAndSwap(old, new int32) bool {
	step.Sync()
	return swapped(x.v.CompareAndSwap(old, new))
}

// Int64 is the twin of [atomic.Int64].
type Int64 struct{ v atomic.Int64 }

func (x *Int64) Load() int64           { step.Sync(); return x.v.Load() }
func (x *Int64) Store(val int64)       { step.Sync(); x.v.Store(val) }
func (x *Int64) Swap(new int64) int64  { step.Sync(); return x.v.Swap(new) }
func (x *Int64) Add(delta int64) int64 { step.Sync(); return x.v.Add(delta) }
func (x *Int64) And(mask int64) int64  { step.Sync(); return x.v.And(mask) }
func (x *Int64) Or(mask int64) int64   { step.Sync(); return x.v.Or(mask) }
func (x *Int64) CompareAndSwap(old, new int64) bool {
	step.Sync()
	return swapped(x.v.CompareAndSwap(old, new))
}

// Uint32 is the twin of [atomic.Uint32].
type Uint32 struct{ v atomic.Uint32 }

func (x *Uint32) Load() uint32            { step.Sync(); return x.v.Load() }
func (x *Uint32) Store(val uint32)        { step.Sync(); x.v.Store(val) }
func (x *Uint32) Swap(new uint32) uint32  { step.Sync(); return x.v.Swap(new) }
func (x *Uint32) Add(delta uint32) uint32 { step.Sync(); return x.v.Add(delta) }
func (x *Uint32) And(mask uint32) uint32  { step.Sync(); return x.v.And(mask) }
func (x *Uint32) Or(mask uint32) uint32   { step.Sync(); return x.v.Or(mask) }
func (x *Uint32) CompareAndSwap(old, new uint32) bool {
	step.Sync()
	return swapped(x.v.CompareAndSwap(old, new))
}

// Uint64 is the twin of [atomic.Uint64].
type Uint64 struct{ v atomic.Uint64 }

func (x *Uint64) Load() uint64            { step.Sync(); return x.v.Load() }
func (x *Uint64) Store(val uint64)        { step.Sync(); x.v.Store(val) }
func (x *Uint64) Swap(new uint64) uint64  { step.Sync(); return x.v.Swap(new) }
func (x *Uint64) Add(delta uint64) uint64 { step.Sync(); return x.v.Add(delta) }
func (x *Uint64) And(mask uint64) uint64  { step.Sync(); return x.v.And(mask) }
func (x *Uint64) Or(mask uint64) uint64   { step.Sync(); return x.v.Or(mask) }
func (x *Uint64) CompareAndSwap(old, new uint64) bool {
	step.Sync()
	return swapped(x.v.CompareAndSwap(old, new))
}

// Uintptr is the twin of [atomic.Uintptr].
type Uintptr struct{ v atomic.Uintptr }

func (x *Uintptr) Load() uintptr             { step.Sync(); return x.v.Load() }
func (x *Uintptr) Store(val uintptr)         { step.Sync(); x.v.Store(val) }
func (x *Uintptr) Swap(new uintptr) uintptr  { step.Sync(); return x.v.Swap(new) }
func (x *Uintptr) Add(delta uintptr) uintptr { step.Sync(); return x.v.Add(delta) }
func (x *Uintptr) And(mask uintptr) uintptr  { step.Sync(); return x.v.And(mask) }
func (x *Uintptr) Or(mask uintptr) uintptr   { step.Sync(); return x.v.Or(mask) }
func (x *Uintptr) CompareAndSwap(old, new uintptr) bool {
	step.Sync()
	return swapped(x.v.CompareAndSwap(old, new))
}

// Bool is the twin of [atomic.Bool].
type Bool struct{ v atomic.Bool }

func (x *Bool) Load() bool         { step.Sync(); return x.v.Load() }
func (x *Bool) Store(val bool)     { step.Sync(); x.v.Store(val) }
func (x *Bool) Swap(new bool) bool { step.Sync(); return x.v.Swap(new) }
func (x *Bool) CompareAndSwap(old, new bool) bool {
	step.Sync()
	return swapped(x.v.CompareAndSwap(old, new))
}

// Pointer is the twin of [atomic.Pointer].
type Pointer[T any] struct{ v atomic.Pointer[T] }

func (x *Pointer[T]) Load() *T       { step.Sync(); return x.v.Load() }
func (x *Pointer[T]) Store(val *T)   { step.Sync(); x.v.Store(val) }
func (x *Pointer[T]) Swap(new *T) *T { step.Sync(); return x.v.Swap(new) }
func (x *Pointer[T]) CompareAndSwap(old, new *T) bool {
	step.Sync()
	return swapped(x.v.CompareAndSwap(old, new))
}

// Value is the twin of [atomic.Value].
type Value struct{ v atomic.Value }

func (x *Value) Load() any        { step.Sync(); return x.v.Load() }
func (x *Value) Store(val any)    { step.Sync(); x.v.Store(val) }
func (x *Value) Swap(new any) any { step.Sync(); return x.v.Swap(new) }
func (x *Value) CompareAndSwap(old, new any) bool {
	step.Sync()
	return swapped(x.v.CompareAndSwap(old, new))
}
