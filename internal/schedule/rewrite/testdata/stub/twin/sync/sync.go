// Package sync stands in for the twin of sync.
package sync

import "sync"

type (
	Cond      = sync.Cond
	Locker    = sync.Locker
	Map       = sync.Map
	Mutex     = sync.Mutex
	Once      = sync.Once
	RWMutex   = sync.RWMutex
	WaitGroup = sync.WaitGroup
)

func NewCond(l Locker) *Cond               { return sync.NewCond(l) }
func OnceValue[T any](f func() T) func() T { return sync.OnceValue(f) }
