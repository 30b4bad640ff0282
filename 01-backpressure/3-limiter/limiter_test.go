package limiter_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	limiter "example.com/backpressure/01-backpressure/3-limiter"
	"example.com/backpressure/internal/schedule"
)

func TestALimiterNeedsASlot(t *testing.T) {
	for _, limit := range []int{0, -1} {
		text := schedule.Panic(func() { limiter.NewRequestLimiter(limit) })
		if assert.NotEmpty(t, text, "somebody built a limiter with %d slots; NewRequestLimiter should panic", limit) {
			assert.Regexp(t, fmt.Sprintf(`^limiter.*%d`, limit), text,
				"NewRequestLimiter(%d) panics, but the text should start with \"limiter\" and name the %d", limit, limit)
		}
	}
}

func TestACallRunsOnceAndExecuteReturnsAfterIt(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		rl := limiter.NewRequestLimiter(3)
		var started, ended schedule.Gauge
		err := rl.Execute(func() {
			started.Enter()
			time.Sleep(time.Hour)
			ended.Enter()
		})
		runs, over := started.Now(), ended.Now()
		time.Sleep(2 * time.Hour) // whatever still runs comes to its end

		require.NoError(t, err, "nobody else was there, and the call was turned away")
		assert.Equal(t, 1, over,
			"f takes an hour; Execute returned when %d of %d calls of f were over. It should return after the one call of f",
			over, runs)
		assert.Equal(t, 1, started.Now(), "f was called %d times; expected one call", started.Now())
	})
}

func TestAsManyAsTheLimitRunAtOnce(t *testing.T) {
	for _, limit := range []int{1, 10, 1000} {
		schedule.Bubble(t, func(t *testing.T) {
			leave := make(chan struct{})
			defer close(leave)
			fill(t, limiter.NewRequestLimiter(limit), limit, leave)
		})
	}
	schedule.Bubble(t, func(t *testing.T) {
		leave := make(chan struct{})
		defer close(leave)
		fill(t, limiter.NewRequestLimiter(1<<16), 3, leave) // what has 16 bits takes this for 0
	})
}

func TestTheCallAfterTheLimitIsTurnedAway(t *testing.T) {
	for _, limit := range []int{1, 10, 1000} {
		schedule.Bubble(t, func(t *testing.T) {
			leave := make(chan struct{})
			defer close(leave)
			rl := limiter.NewRequestLimiter(limit)
			fill(t, rl, limit, leave)
			for n := limit + 1; n <= limit+3; n++ {
				turnedAway(t, rl, leave, "call %d came to a limiter with %s, all of them taken", n, schedule.Count(limit, "slot"))
				time.Sleep(8 * time.Hour) // time alone frees no slot
			}
		})
	}
}

func TestTheFirstToComeMayBeTheFirstToLeave(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		const limit = 2
		rl := limiter.NewRequestLimiter(limit)
		leaveFirst, leaveSecond := make(chan struct{}), make(chan struct{})
		defer close(leaveSecond)
		fill(t, rl, 1, leaveFirst)
		fill(t, rl, 1, leaveSecond)

		close(leaveFirst)
		schedule.Quiesce()
		require.NoError(t, rl.Execute(func() {}), "two calls filled the limiter and one of them has left; the next call was turned away")

		leaveSecond <- struct{}{}
		schedule.Quiesce()
		slots := free(rl, limit)
		require.Equal(t, limit, slots,
			"two calls came, and left in the order in which they came; now %d of the %d slots are free, expected all of them", slots, limit)
	})
}

func TestARefusalCostsNoSlot(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		const limit = 2
		leave := make(chan struct{})
		rl := limiter.NewRequestLimiter(limit)
		for range 2*limit + 1 {
			call(t, rl, leave)
			schedule.Quiesce()
		}
		for range limit {
			select {
			case leave <- struct{}{}: // the one that came first
			default:
			}
			schedule.Quiesce()
		}
		close(leave)
		schedule.Quiesce()
		slots := free(rl, limit)
		assert.Equal(t, limit, slots,
			"calls were turned away while the limiter was full; now nobody is there, and %d of the %d slots are free; expected all of them",
			slots, limit)
	})
}

func TestACallInsideACallNeedsASlotOfItsOwn(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		rl := limiter.NewRequestLimiter(2)
		var inner, innermost error
		outer := rl.Execute(func() {
			inner = rl.Execute(func() {
				innermost = rl.Execute(func() {})
			})
		})
		schedule.Quiesce()
		require.NoError(t, outer, "nobody was there, and the call was turned away")
		require.NoError(t, inner, "one of two slots was taken, and f, which runs in it, was turned away when it called Execute")
		require.ErrorIs(t, innermost, limiter.ErrTooManyRequests,
			"a call inside a call inside a call, and the limit is 2; expected ErrTooManyRequests for the third")
	})
}

func TestTwoLimitersShareNothing(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		const limit = 2
		leave := make(chan struct{})
		defer close(leave)
		menu, tickets := limiter.NewRequestLimiter(limit), limiter.NewRequestLimiter(limit)
		fill(t, menu, limit, leave)
		slots := free(tickets, limit)
		require.Equal(t, limit, slots,
			"the limiter of the menu is full, and the one of the tickets has %d of its %d slots free; expected all of them", slots, limit)
	})
}

func TestTheFunctionRunsInTheCallersGoroutine(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		var stack []string
		err := theCaller(limiter.NewRequestLimiter(1), func() { stack = functionsOnTheStack() })
		schedule.Quiesce()
		require.NoError(t, err, "nobody was there, and the call was turned away")
		assert.Contains(t, strings.Join(stack, "\n"), ".theCaller",
			"whoever looks at the stack of f, in a crash or a profile, does not see who called Execute; "+
				"expected f to run in the goroutine of its caller")
	})
}

func TestAPanicGoesOnToTheCaller(t *testing.T) {
	for _, value := range []any{
		errors.New("the printer is on fire"),
		&struct{ what string }{"the printer is on fire"},
		451 * time.Millisecond, // has a String method
	} {
		schedule.Bubble(t, func(t *testing.T) {
			rl := limiter.NewRequestLimiter(1)
			var err error
			got := recovered(func() { err = rl.Execute(func() { panic(value) }) })
			require.NotNil(t, got, "f panicked, and the caller did not: Execute returned %v. The panic should go on to the caller", err)
			require.True(t, got == value, "f panicked with a %T; its caller recovered another value, the %T %v. Expected the very same value",
				value, got, got)
		})
	}
}

func TestAPanicGivesTheSlotBack(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		const limit = 2
		rl := limiter.NewRequestLimiter(limit)
		for range limit + 1 {
			recovered(func() { _ = rl.Execute(func() { panic("the printer is on fire") }) })
			schedule.Quiesce()
		}
		slots := free(rl, limit)
		assert.Equal(t, limit, slots,
			"after %d calls that panicked nobody is there, and %d of the %d slots are free; expected all of them",
			limit+1, slots, limit)
	})
}

func TestGoexitEndsTheCallersGoroutine(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		rl := limiter.NewRequestLimiter(1)
		wentOn := false
		schedule.Go(t, "the caller", func() {
			_ = rl.Execute(runtime.Goexit)
			wentOn = true
		})
		schedule.Quiesce()
		assert.False(t, wentOn, "f called runtime.Goexit, and the goroutine that had called Execute went on; expected its end")
	})
}

func TestGoexitGivesTheSlotBack(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		const limit = 2
		rl := limiter.NewRequestLimiter(limit)
		for range limit + 1 {
			schedule.Go(t, "a call", func() { _ = rl.Execute(runtime.Goexit) })
			schedule.Quiesce()
		}
		slots := free(rl, limit)
		assert.Equal(t, limit, slots,
			"after %d calls that ended through runtime.Goexit nobody is there, and %d of the %d slots are free; expected all of them",
			limit+1, slots, limit)
	})
}

func TestACallGivesBackNoSlotButItsOwn(t *testing.T) {
	for _, way := range waysToEnd {
		schedule.Bubble(t, func(t *testing.T) {
			leave := make(chan struct{})
			defer close(leave)
			rl := limiter.NewRequestLimiter(2)
			fill(t, rl, 1, leave)
			schedule.Go(t, "a call", func() {
				recovered(func() { _ = rl.Execute(way.end) })
			})
			schedule.Quiesce()
			slots := free(rl, 2)
			require.Equal(t, 1, slots, "one call runs in one of 2 slots, and another came, and %s. Now the number of free slots is %d; expected 1",
				way.name, slots)
		})
	}
}

func TestASlotIsFreeAsSoonAsExecuteIsOver(t *testing.T) {
	for _, way := range waysToEnd {
		schedule.Explore(t, func(t *testing.T) {
			rl := limiter.NewRequestLimiter(1)
			var runs schedule.Gauge
			var first, second error
			schedule.Go(t, "the only caller", func() {
				// Deferred: after a Goexit nothing else is done.
				defer func() { second = rl.Execute(func() { runs.Enter() }) }()
				recovered(func() {
					first = rl.Execute(func() {
						runs.Enter()
						way.end()
					})
				})
			})
			schedule.Quiesce()
			require.NotErrorIs(t, first, limiter.ErrTooManyRequests, "nobody was there, and the call was turned away")
			require.NoError(t, second, "one caller called Execute twice, one after the other, and was turned away the second time: "+
				"f %s, and the slot of the first call was not yet back when Execute was over", way.name)
			require.Equal(t, 2, runs.Now(), "two calls came one after the other, and f ran %d times; expected twice", runs.Now())
		})
	}
}

func TestTheLastSlotGoesToOneCall(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		leave := make(chan struct{})
		defer close(leave)
		rl := limiter.NewRequestLimiter(1)
		ada, ben := call(t, rl, leave), call(t, rl, leave)
		schedule.Quiesce()
		require.False(t, ada.running() && ben.running(),
			"two calls run in the only slot; one of them should have got ErrTooManyRequests")
		require.False(t, ada.waiting() || ben.waiting(),
			"one call runs in the only slot, and the other waits for it; expected ErrTooManyRequests at once")
	})
}

func TestTheSlotOfACallThatLeavesGoesToOneCall(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		leaveFirst, leave := make(chan struct{}), make(chan struct{})
		rl := limiter.NewRequestLimiter(1)
		first := call(t, rl, leaveFirst)
		schedule.Quiesce()

		close(leaveFirst)
		ada, ben := call(t, rl, leave), call(t, rl, leave)
		schedule.Quiesce()
		both := ada.running() && ben.running()
		waiting := first.waiting() || ada.waiting() || ben.waiting()
		close(leave)
		schedule.Quiesce()
		require.False(t, both, "one call left the only slot, and two that came at that moment both run")
		require.False(t, waiting, "one call left the only slot, two came at that moment, and one of them waits; "+
			"expected it to run, or ErrTooManyRequests at once")
		slots := free(rl, 2)
		require.Equal(t, 1, slots, "one call left while two others came; now all are gone, and the number of free slots is %d; expected 1", slots)
	})
}

func TestNobodyIsTurnedAwayWhileThereIsRoom(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		noWait := make(chan struct{})
		close(noWait)
		rl := limiter.NewRequestLimiter(2)
		ada, ben := call(t, rl, noWait), call(t, rl, noWait)
		schedule.Quiesce()
		for _, c := range []*caller{ada, ben} {
			require.NoError(t, c.err, "two calls came to a limiter with 2 slots, and one of them was turned away")
			require.True(t, c.over, "two calls came to a limiter with 2 slots, and one of them is still waiting")
		}
		require.Equal(t, 2, free(rl, 2), "two calls have left a limiter with 2 slots, and not both slots are free")
	})
	// Ada may look at the slots, and look away while two change hands: Cleo takes
	// one, waits until Ben has given his back, and leaves.
	schedule.Explore(t, func(t *testing.T) {
		rl := limiter.NewRequestLimiter(3)
		leave, gone, noWait := make(chan struct{}), make(chan struct{}), make(chan struct{})
		close(noWait)
		sendBenAway := sync.OnceFunc(func() { close(leave) })
		schedule.Go(t, "Ben", func() {
			_ = rl.Execute(func() { <-leave })
			close(gone)
		})
		schedule.Quiesce()
		ada := call(t, rl, noWait)
		var cleo error
		schedule.Go(t, "Cleo", func() {
			cleo = rl.Execute(func() {
				sendBenAway()
				<-gone
			})
		})
		schedule.Quiesce()
		sendBenAway()
		schedule.Quiesce()
		for _, err := range []error{ada.err, cleo} {
			require.NoError(t, err, "one call ran in one of 3 slots and two more came, of which one was turned away")
		}
		require.Equal(t, 3, free(rl, 3), "one call ran in one of 3 slots, two more came, and all have left; not all 3 slots are free")
	})
}

func TestCallsThatEndAtOnceGiveBackTheirSlots(t *testing.T) {
	for _, way := range waysToEnd {
		schedule.Explore(t, func(t *testing.T) {
			rl := limiter.NewRequestLimiter(2)
			for range 2 {
				schedule.Go(t, "a call", func() {
					recovered(func() { _ = rl.Execute(way.end) })
				})
			}
			schedule.Quiesce()
			require.Equal(t, 2, free(rl, 2), "two calls came to a limiter with 2 slots, and f %s in both, at the same time; "+
				"now nobody is there, and not both slots are free", way.name)
		})
	}
}

func TestACallThatRunsAllocatesNothing(t *testing.T) {
	schedule.AsWritten(t)
	schedule.Bubble(t, func(t *testing.T) {
		rl, f := limiter.NewRequestLimiter(1), func() {}
		assert.False(t, allocates(func() { _ = rl.Execute(f) }), "a call that ran allocated memory, and the garbage collector has to clear up after it; expected no allocation")
	})
}

func TestARefusalAllocatesNothing(t *testing.T) {
	schedule.AsWritten(t)
	schedule.Bubble(t, func(t *testing.T) {
		rl, f := limiter.NewRequestLimiter(1), func() {}
		var allocated bool
		_ = rl.Execute(func() {
			allocated = allocates(func() { _ = rl.Execute(f) })
		})
		schedule.Quiesce()
		assert.False(t, allocated, "a call that was turned away allocated memory, at the moment when the server has least to spare; expected no allocation")
	})
}

// Requests come at random, twice as many as the slots can serve. A. K. Erlang
// worked out in 1917 how many of them find every slot taken.
func TestTheShareTurnedAwayIsErlangs(t *testing.T) {
	const (
		slots    = 5
		load     = 10.0 // requests that come while one is served
		service  = 2 * time.Second
		requests = 100_000
		crowd    = 1000 // never so many inside at once, unless calls wait
	)
	schedule.Bubble(t, func(t *testing.T) {
		random := rand.New(rand.NewPCG(1917, slots))
		rl := limiter.NewRequestLimiter(slots)
		var inside, turnedAway schedule.Gauge
		for n := range requests {
			time.Sleep(time.Duration(random.ExpFloat64() * float64(service) / load))
			if inside.Now() > crowd {
				t.Errorf("after %d requests more than %d are in Execute at the same time: they wait for a slot; "+
					"expected ErrTooManyRequests at once", n, crowd)
				return
			}
			takes := time.Duration(random.ExpFloat64() * float64(service))
			schedule.Go(t, "a request", func() {
				inside.Enter()
				if rl.Execute(func() { time.Sleep(takes) }) != nil {
					turnedAway.Enter()
				}
				inside.Leave()
			})
		}
		time.Sleep(time.Hour) // the last ones leave
		share, expected := float64(turnedAway.Now())/requests, lossShare(slots, load)
		assert.InDelta(t, expected, share, 0.01,
			"%d requests came at random, twice as many as %d slots can serve, and %.1f %% were turned away; expected %.1f %%. "+
				"That is the share of requests which find all %d slots taken (Erlang's loss formula). "+
				"Fewer: more than %d ran at once, or some waited. More: somebody was turned away from a free slot, or slots get lost",
			requests, slots, 100*share, 100*expected, slots, slots)
	})
}

// lossShare is Erlang's loss formula B(slots, load): the share of requests that
// find every slot taken, when they come at random and load of them come, on
// average, in the time that one takes.
func lossShare(slots int, load float64) float64 {
	b := 1.0 // without any slot all are turned away
	for c := 1; c <= slots; c++ {
		b = load * b / (float64(c) + load*b)
	}
	return b
}

// A caller is one call of Execute in a goroutine of its own. Look at it when
// the bubble is quiet.
type caller struct {
	ran  int // how often f was called
	over bool
	err  error
}

func (c *caller) running() bool { return c.ran > 0 && !c.over }
func (c *caller) waiting() bool { return c.ran == 0 && !c.over }

// call calls Execute with a function that ends when leave is closed.
func call(t *testing.T, rl *limiter.RequestLimiter, leave <-chan struct{}) *caller {
	t.Helper()
	c := new(caller)
	schedule.Go(t, "a call", func() {
		c.err = rl.Execute(func() {
			c.ran++
			<-leave
		})
		c.over = true
	})
	return c
}

// fill lets that many calls in, which stay until leave is closed, and ends the
// test when one of them does not run.
func fill(t *testing.T, rl *limiter.RequestLimiter, calls int, leave <-chan struct{}) {
	t.Helper()
	for n := 1; n <= calls; n++ {
		c := call(t, rl, leave)
		schedule.Quiesce()
		require.NoError(t, c.err, "call %d was turned away, and there is still a free slot", n)
		require.False(t, c.waiting(), "call %d waits, and there is still a free slot; expected it to run beside the others", n)
		require.Equal(t, 1, c.ran, "call %d came, and f was called %d times; expected once", n, c.ran)
	}
}

// turnedAway makes one more call and ends the test unless it is refused, at
// once and without having run.
func turnedAway(t *testing.T, rl *limiter.RequestLimiter, leave <-chan struct{}, format string, args ...any) {
	t.Helper()
	situation := fmt.Sprintf(format, args...)
	c := call(t, rl, leave)
	schedule.Quiesce()
	require.False(t, c.waiting(), "%s: it waits; expected ErrTooManyRequests at once", situation)
	require.Zero(t, c.ran, "%s: it ran; expected ErrTooManyRequests, and that f is never called", situation)
	require.ErrorIs(t, c.err, limiter.ErrTooManyRequests, "%s: expected ErrTooManyRequests", situation)
}

// free returns how many slots are free, up to most: it takes one, and inside
// that call another one, and so on. Only the goroutine that runs the body may
// call it.
func free(rl *limiter.RequestLimiter, most int) int {
	var slots schedule.Gauge
	var take func()
	take = func() {
		if slots.Enter() < most {
			_ = rl.Execute(take)
		}
	}
	_ = rl.Execute(take)
	schedule.Quiesce()
	return slots.Now()
}

// waysToEnd are those in which f may come to its end.
var waysToEnd = []struct {
	name string
	end  func()
}{
	{"returned", func() {}},
	{"panicked", func() { panic("the printer is on fire") }},
	{"called runtime.Goexit", runtime.Goexit},
}

// allocates says whether f allocates memory, each time or in the long run, as a
// slice does that grows with each call. Somebody else in this process may allocate
// meanwhile, and under the race detector every sync.Pool, as that of fmt, loses
// some of what it holds, at random. So a little is let pass, and what is found must
// be found again in batches that are each larger than all before.
func allocates(f func()) bool {
	const bytes = 8 // a call
	if testing.AllocsPerRun(100, f) > 0 {
		return true
	}
	for calls := uint64(10_000); calls <= 160_000; calls *= 4 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range calls {
			f()
		}
		runtime.ReadMemStats(&after)
		if after.TotalAlloc-before.TotalAlloc <= calls*bytes {
			return false
		}
	}
	return true
}

// recovered returns the value that f panics with, or nil.
func recovered(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}

// theCaller has a name that can be found on a stack.
func theCaller(rl *limiter.RequestLimiter, f func()) error {
	return rl.Execute(f)
}

// functionsOnTheStack returns the names of the functions that led to the one
// that calls it.
func functionsOnTheStack() []string {
	var counters [64]uintptr
	frames := runtime.CallersFrames(counters[:runtime.Callers(1, counters[:])])
	var names []string
	for {
		frame, more := frames.Next()
		names = append(names, frame.Function)
		if !more {
			return names
		}
	}
}
