// Package atomic stands in for the twin of sync/atomic.
package atomic

import "sync/atomic"

type (
	Bool           = atomic.Bool
	Int32          = atomic.Int32
	Int64          = atomic.Int64
	Pointer[T any] = atomic.Pointer[T]
)

func AddInt32(p *int32, delta int32) int32 { return atomic.AddInt32(p, delta) }
func LoadInt32(p *int32) int32             { return atomic.LoadInt32(p) }
func CompareAndSwapInt32(p *int32, old, new int32) bool {
	return atomic.CompareAndSwapInt32(p, old, new)
}
