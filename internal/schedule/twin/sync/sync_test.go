package sync_test

import (
	"fmt"
	"math/rand"
	"sync"
	"testing"

	twinatomic "example.com/backpressure/internal/schedule/twin/atomic"
	twinsync "example.com/backpressure/internal/schedule/twin/sync"
)

// A twin and its original get the same random calls from one goroutine, and
// must give the same results and panics. What would block or be a fatal error
// of the original is left out, by a count of what is held.

const rounds, calls = 200, 60

// outcome is the text of what f returns or panics with.
func outcome(f func() any) (text string) {
	defer func() {
		if p := recover(); p != nil {
			text = fmt.Sprint("panic: ", p)
		}
	}()
	return fmt.Sprint(f())
}

// same drives both with calls that pick makes from the same random numbers.
func same(t *testing.T, seed int64, original, twin func(op, arg int) any, ops int, allowed func(op int) bool) {
	t.Helper()
	r := rand.New(rand.NewSource(seed))
	for range calls {
		op, arg := r.Intn(ops), r.Intn(7)-3
		if allowed != nil && !allowed(op) {
			continue
		}
		want := outcome(func() any { return original(op, arg) })
		got := outcome(func() any { return twin(op, arg) })
		if got != want {
			t.Fatalf("seed %d, operation %d(%d): the twin says %s, the original %s", seed, op, arg, got, want)
		}
	}
}

type rwmutex interface {
	Lock()
	Unlock()
	TryLock() bool
	RLock()
	RUnlock()
	TryRLock() bool
}

func TestMutexes(t *testing.T) {
	type mutex interface {
		Lock()
		Unlock()
		TryLock() bool
	}
	for seed := range int64(rounds) {
		held := false
		drive := func(m mutex) func(op, arg int) any {
			return func(op, _ int) any {
				switch op {
				case 0:
					m.Lock()
					return nil
				case 1:
					m.Unlock()
					return nil
				}
				return m.TryLock()
			}
		}
		same(t, seed, drive(&sync.Mutex{}), drive(&twinsync.Mutex{}), 3, func(op int) bool {
			switch op {
			case 0:
				if held {
					return false
				}
				held = true
			case 1:
				if !held {
					return false
				}
				held = false
			default:
				held = true
			}
			return true
		})
	}
}

func TestRWMutexes(t *testing.T) {
	for seed := range int64(rounds) {
		readers, writers := 0, 0
		drive := func(m rwmutex) func(op, arg int) any {
			return func(op, _ int) any {
				switch op {
				case 0:
					m.Lock()
				case 1:
					m.Unlock()
				case 2:
					m.RLock()
				case 3:
					m.RUnlock()
				case 4:
					return m.TryLock()
				case 5:
					return m.TryRLock()
				}
				return nil
			}
		}
		same(t, seed, drive(&sync.RWMutex{}), drive(&twinsync.RWMutex{}), 6, func(op int) bool {
			free := readers+writers == 0
			switch op {
			case 0:
				if !free {
					return false
				}
				writers = 1
			case 1:
				if writers == 0 {
					return false
				}
				writers = 0
			case 2:
				if writers > 0 {
					return false
				}
				readers++
			case 3:
				if readers == 0 {
					return false
				}
				readers--
			case 4:
				if free {
					writers = 1
				}
			case 5:
				if writers == 0 {
					readers++
				}
			}
			return true
		})
	}
}

func TestWaitGroups(t *testing.T) {
	type group interface {
		Add(int)
		Done()
		Wait()
	}
	for seed := range int64(rounds) {
		broken, count := false, 0
		drive := func(wg group) func(op, arg int) any {
			return func(op, arg int) any {
				switch op {
				case 0:
					wg.Add(arg)
				case 1:
					wg.Done()
				default:
					wg.Wait()
				}
				return nil
			}
		}
		r := rand.New(rand.NewSource(seed))
		original, twin := drive(&sync.WaitGroup{}), drive(&twinsync.WaitGroup{})
		for range calls {
			op, arg := r.Intn(3), r.Intn(7)-3
			switch {
			case op == 0:
				count += arg
			case op == 1:
				count--
			case count != 0:
				continue
			}
			broken = count < 0
			want := outcome(func() any { return original(op, arg) })
			if got := outcome(func() any { return twin(op, arg) }); got != want {
				t.Fatalf("seed %d, operation %d(%d): the twin says %s, the original %s", seed, op, arg, got, want)
			}
			if broken {
				break // what comes after a negative counter is not specified
			}
		}
	}
}

func TestFatalErrorsArePanics(t *testing.T) {
	var m twinsync.Mutex
	var rw twinsync.RWMutex
	for want, f := range map[string]func(){
		"panic: sync: unlock of unlocked mutex":             m.Unlock,
		"panic: sync: Unlock of unlocked RWMutex":           rw.Unlock,
		"panic: sync: RUnlock of unlocked RWMutex":          rw.RUnlock,
		"panic: sync: negative WaitGroup counter":           func() { new(twinsync.WaitGroup).Done() },
		"panic: sync.Cond is copied":                        copiedCond,
		"panic: sync/atomic: store of nil value into Value": func() { new(twinatomic.Value).Store(nil) },
	} {
		if got := outcome(func() any { f(); return nil }); got != want {
			t.Errorf("got %q, expected %q", got, want)
		}
	}
}

func copiedCond() {
	c := *twinsync.NewCond(&twinsync.Mutex{})
	c.Signal()
	d := c
	d.Signal()
}

// Used by many goroutines outside of any bubble the twins still do what they
// are for; the race detector watches.
func TestOutsideOfBubbles(t *testing.T) {
	var (
		mu   twinsync.Mutex
		rw   twinsync.RWMutex
		wg   twinsync.WaitGroup
		once twinsync.Once
		n    int
		seen int
	)
	cond := twinsync.NewCond(&mu)
	const goroutines = 50
	for range goroutines {
		wg.Go(func() {
			once.Do(func() { seen++ })
			rw.RLock()
			_ = seen
			rw.RUnlock()
			for range 20 {
				mu.Lock()
				n++
				mu.Unlock()
			}
			rw.Lock()
			seen++
			rw.Unlock()
			cond.Broadcast()
		})
	}
	mu.Lock()
	for n < 20*goroutines {
		cond.Wait()
	}
	mu.Unlock()
	wg.Wait()
	if n != 20*goroutines || seen != goroutines+1 {
		t.Errorf("n is %d, seen is %d", n, seen)
	}
}
