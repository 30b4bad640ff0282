package schedule_test

// Bodies of tests, with the answer's steps in them.

import (
	"fmt"
	"testing"
	"time"

	"example.com/backpressure/internal/schedule"
	"example.com/backpressure/internal/schedule/step"
	"example.com/backpressure/internal/schedule/twin/atomic"
	"example.com/backpressure/internal/schedule/twin/sync"
)

// spinLock takes a lock by trying again and again.
func spinLock(t *testing.T) {
	var locked atomic.Bool
	inside := 0
	for _, name := range []string{"Ada", "Ben"} {
		schedule.Go(t, name, func() {
			step.Enter("spin.go:1")
			step.Twin("spin.go:2")
			for !locked.CompareAndSwap(false, true) {
				step.Yield("spin.go:3")
				step.Twin("spin.go:2")
			}
			step.Plain("spin.go:5")
			inside++
			step.Twin("spin.go:6")
			locked.Store(false)
		})
	}
	schedule.Quiesce()
	if inside != 2 {
		t.Error("not both have been inside")
	}
}

// impatient waits for a flag without ever letting the others go first.
func impatient(t *testing.T) {
	var ready atomic.Bool
	schedule.Go(t, "waiter", func() {
		step.Enter("spin.go:1")
		step.Twin("spin.go:2")
		for !ready.Load() {
			step.Twin("spin.go:2")
		}
	})
	schedule.Go(t, "setter", func() {
		step.Enter("spin.go:7")
		step.Twin("spin.go:8")
		ready.Store(true)
	})
	schedule.Quiesce()
}

var _ = step.Source("cond.go", `package cond

func wait() {
	mu.Lock()
	if !ready {
		cond.Wait()
	}
	mu.Unlock()
}
`)

// condWaits looks at what it waits for under the lock, lostWakeup before it.
func condWaits(t *testing.T)  { conditions(t, true) }
func lostWakeup(t *testing.T) { conditions(t, false) }

func conditions(t *testing.T, locked bool) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := false
	schedule.Go(t, "waiter", func() {
		step.Enter("cond.go:3")
		step.Twin("cond.go:4")
		mu.Lock()
		seen := ready
		if !locked {
			mu.Unlock()
			mu.Lock()
		}
		step.Plain("cond.go:5")
		if !seen {
			step.Line("cond.go:6")
			cond.Wait()
		}
		step.Twin("cond.go:8")
		mu.Unlock()
	})
	schedule.Go(t, "setter", func() {
		step.Enter("cond.go:11")
		step.Twin("cond.go:12")
		mu.Lock()
		step.Plain("cond.go:13")
		ready = true
		step.Twin("cond.go:14")
		mu.Unlock()
		step.Twin("cond.go:15")
		cond.Signal()
	})
	schedule.Quiesce()
}

// waitGroup waits for two goroutines of the answer's own.
func waitGroup(t *testing.T) {
	var wg sync.WaitGroup
	done := make([]bool, 2)
	step.Enter("group.go:1")
	for i := range done {
		step.Line("group.go:3")
		wg.Go(func() {
			step.Enter("group.go:3")
			step.Plain("group.go:3")
			done[i] = true
		})
	}
	step.Line("group.go:5")
	wg.Wait()
	if !done[0] || !done[1] {
		t.Error("Wait has returned too early")
	}
}

// timer waits for a timer and for another goroutine.
func timer(t *testing.T) {
	start := time.Now()
	first := make(chan string, 2)
	schedule.Go(t, "slow", func() {
		step.Line("timer.go:1")
		time.Sleep(time.Hour)
		step.Before("timer.go:2", first) <- "slow"
		step.Back("timer.go:2")
	})
	schedule.Go(t, "slower", func() {
		step.Line("timer.go:4")
		time.Sleep(2 * time.Hour)
		step.Before("timer.go:5", first) <- "slower"
		step.Back("timer.go:5")
	})
	if who := step.After(<-step.Before("timer.go:7", first)); who != "slow" {
		t.Errorf("%s came first", who)
	}
	if who := step.After(<-step.Before("timer.go:8", first)); who != "slower" {
		t.Errorf("%s came second", who)
	}
	if passed := time.Since(start); passed != 2*time.Hour {
		t.Errorf("%v have passed", passed)
	}
}

func alone(*testing.T) {
	c := make(chan int, 1)
	step.Before("alone.go:1", c) <- 1
	step.Back("alone.go:1")
	step.After(<-step.Before("alone.go:2", c))
}

var _ = step.Source("dining.go", `package dining
	a.Lock()
	b.Lock()
	eat()
	b.Unlock()
	a.Unlock()

func ben() {
	b.Lock()
	a.Lock()
	eat()
	a.Unlock()
	b.Unlock()
`)

// dining has two who take two locks, each in another order.
func dining(t *testing.T) {
	var a, b sync.Mutex
	take := func(first, second *sync.Mutex, line int) {
		pos := func(n int) string { return fmt.Sprintf("dining.go:%d", line+n) }
		step.Enter(pos(0))
		step.Twin(pos(0))
		first.Lock()
		step.Twin(pos(1))
		second.Lock()
		step.Twin(pos(3))
		second.Unlock()
		step.Twin(pos(4))
		first.Unlock()
	}
	schedule.Go(t, "Ada", func() { take(&a, &b, 2) })
	schedule.Go(t, "Ben", func() { take(&b, &a, 9) })
	schedule.Quiesce()
}

// selects has two ready cases, and takes the second for a mistake.
func selects(t *testing.T) {
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 2
	schedule.Go(t, "chooser", func() {
		switch _0, _1 := step.Recv(a), step.Recv(b); step.Select("select.go:2", 0 == 1, _0, _1) {
		case 0:
		case 1:
			t.Errorf("the answer took case %d", _1.V)
		}
	})
	schedule.Quiesce()
}

var _ = step.Source("busy.go", `package busy

	for !done {
	}
`)

// busy waits for something that nobody will do.
func busy(t *testing.T) {
	schedule.Go(t, "waiter", func() {
		for {
			step.Plain("busy.go:3")
		}
	})
	schedule.Quiesce()
}

// panics has a goroutine of its own, which panics when the flag is set.
func panics(t *testing.T) {
	var full atomic.Bool
	schedule.Go(t, "Ada", func() {
		step.Enter("panic.go:1")
		step.Go("panic.go:2")
		go func() {
			defer step.Guard("panic.go:2")
			step.Enter("panic.go:3")
			step.Twin("panic.go:3")
			fmt.Println("looks for a seat")
			if full.Load() {
				panic("out of seats")
			}
		}()
	})
	schedule.Go(t, "Ben", func() {
		step.Twin("panic.go:8")
		full.Store(true)
	})
	schedule.Quiesce()
}

var _ = step.Source("leak.go", `package leak
	go func() {
		<-never
	}()
`)

// leaves starts a goroutine that waits for ever.
func leaves(t *testing.T) {
	never := make(chan int)
	step.Go("leak.go:2")
	go func() {
		defer step.Guard("leak.go:2")
		step.Enter("leak.go:2")
		step.After(<-step.Before("leak.go:3", never))
	}()
	schedule.Quiesce()
}

// holdForAnHour has a mutex that another goroutine waits for meanwhile.
func holdForAnHour() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	wg.Go(func() {
		mu.Lock()
		mu.Unlock()
	})
	time.Sleep(time.Hour)
	mu.Unlock()
	wg.Wait()
}

var elsewhere = make(chan int)

// outside waits for a channel that belongs to no bubble, so that nobody knows
// whether it will ever come.
func outside(t *testing.T) {
	schedule.Go(t, "waiter", func() {
		step.After(<-step.Before("outside.go:1", elsewhere))
	})
	schedule.Quiesce()
}
