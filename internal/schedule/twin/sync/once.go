package sync

import (
	"sync/atomic"

	"example.com/backpressure/internal/schedule/step"
)

// Once is the twin of [sync.Once].
type Once struct {
	done atomic.Bool
	m    Mutex
}

func (o *Once) Do(f func()) {
	step.Sync()
	if o.done.Load() {
		return
	}
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done.Load() {
		defer o.done.Store(true) // f has run, even if it panics
		f()
	}
}

// OnceFunc is the twin of [sync.OnceFunc]: a panic of f is every caller's.
func OnceFunc(f func()) func() {
	run := OnceValue(func() struct{} { f(); return struct{}{} })
	if f == nil {
		run = OnceValue[struct{}](nil)
	}
	return func() { run() }
}

// OnceValue is the twin of [sync.OnceValue].
func OnceValue[T any](f func() T) func() T {
	var (
		once  Once
		done  bool
		cause any
		value T
	)
	return func() T {
		once.Do(func() {
			defer func() {
				f = nil // let go of what it holds
				if !done {
					cause = recover()
					panic(cause) // from the first call, with its stack
				}
			}()
			value = f()
			done = true
		})
		if !done {
			panic(cause)
		}
		return value
	}
}

// OnceValues is the twin of [sync.OnceValues].
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	type pair struct {
		a T1
		b T2
	}
	run := OnceValue(func() pair { a, b := f(); return pair{a, b} })
	return func() (T1, T2) { p := run(); return p.a, p.b }
}
