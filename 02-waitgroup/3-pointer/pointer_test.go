package pointer_test

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	pointer "example.com/backpressure/02-waitgroup/3-pointer"
	"example.com/backpressure/internal/schedule"
)

// Each bug of the start has tests of its own, which fail whatever the other two
// do: each mend turns tests green. A check that could not tell two bugs apart is
// made only when the tests before it have seen that one of them is not there.
var waitsForOne, returnsForTwo bool

func TestARollCallWithoutGuestsReturnsAtOnce(t *testing.T) {
	for _, guests := range [][]string{nil, {}} {
		schedule.Bubble(t, func(t *testing.T) {
			var greeted schedule.Gauge
			e := start(t, guests, func(string) { greeted.Enter() })
			schedule.Quiesce()
			assert.True(t, e.over, "nobody is on the list, and RollCall does not return; expected it to return at once")
			assert.Zero(t, greeted.Now(), "nobody is on the list, and greet was called %s", schedule.Count(greeted.Now(), "time"))
		})
	}
}

func TestAGuestIsGreetedByName(t *testing.T) {
	for _, guest := range []string{"Ada", ""} {
		schedule.Explore(t, func(t *testing.T) {
			var greeted, byName schedule.Gauge
			start(t, []string{guest}, func(name string) {
				greeted.Enter()
				if name == guest {
					byName.Enter()
				}
			})
			pass(time.Second)
			require.Equal(t, 1, greeted.Now(), "the only guest is %q, and greet was called %s; expected one call", guest, schedule.Count(greeted.Now(), "time"))
			require.Equal(t, 1, byName.Now(), "the only guest is %q, and greet was called with another name", guest)
		})
	}
}

func TestTheParkGoesHomeAfterTheGreeting(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		tooEarly := returnsBefore(t, time.Millisecond, "Ada")
		pass(time.Second)
		assert.Empty(t, *tooEarly, "one guest is on the list, and the park went home before she had been greeted: "+
			"RollCall did not wait for a goroutine that had not begun, or had not ended. Expected it to return after the greeting")
	})
	schedule.Bubble(t, func(t *testing.T) {
		e, end := startHeld(t, 1, func(int) {})
		pass(time.Minute)
		tooEarly := e.over
		close(end[0])
		pass(time.Second)
		assert.False(t, tooEarly, "one guest is on the list, her greeting takes a minute, and the park went home in the middle of it; "+
			"expected RollCall to return after the greeting, however long that takes")
	})
	waitsForOne = true
}

func TestEveryGuestOnTheListIsGreetedOnce(t *testing.T) {
	once := func(guests ...string) func(t *testing.T) {
		return func(t *testing.T) {
			expected, greeted := make(map[string]int), make(map[string]*schedule.Gauge)
			for _, guest := range guests {
				expected[guest]++
				greeted[guest] = new(schedule.Gauge)
			}
			var strangers schedule.Gauge
			end := make(chan struct{})
			e := start(t, guests, func(guest string) {
				<-end
				if g := greeted[guest]; g != nil {
					g.Enter()
				} else {
					strangers.Enter()
				}
			})
			schedule.Quiesce()
			close(end)
			pass(time.Second)
			for guest, n := range expected {
				require.Equal(t, n, greeted[guest].Now(), "%q is on the list %s, and was greeted %s", guest, schedule.Count(n, "time"), schedule.Count(greeted[guest].Now(), "time"))
			}
			require.Zero(t, strangers.Now(), "somebody was greeted who is not on the list")
			e.shouldBeOver(t, len(guests))
		}
	}
	schedule.Explore(t, once("Ada", "Ada"))
	if !waitsForOne {
		return
	}
	schedule.Bubble(t, once(append(names(1100), "", "Ada", "", "Ada")...))
}

func TestAllAreGreetedAtTheSameTime(t *testing.T) {
	together := func(guests int) func(t *testing.T) {
		return func(t *testing.T) {
			var begun schedule.Gauge
			all := make(chan struct{})
			e := start(t, names(guests), func(string) {
				begun.Enter()
				<-all
			})
			schedule.Quiesce()
			now := begun.Now()
			close(all)
			pass(time.Second)
			require.Equal(t, guests, now, "each of %d greetings waits for all the others to begin, and %d of them have begun; expected all",
				guests, now)
			e.shouldBeOver(t, guests)
		}
	}
	schedule.Explore(t, together(2))
	if !waitsForOne {
		return
	}
	schedule.Bubble(t, together(1100))
}

func TestTheParkWaitsForTheLastOfMany(t *testing.T) {
	waits := func(guests, last int) func(t *testing.T) {
		return func(t *testing.T) {
			e, end := startHeld(t, guests, func(int) {})
			schedule.Quiesce()
			for i := range guests {
				if i != last {
					close(end[i])
				}
			}
			schedule.Quiesce()
			tooEarly := e.over && waitsForOne
			close(end[last])
			pass(time.Second)
			require.False(t, tooEarly, "%d of %d guests have been greeted, all but number %d, and the park went home; "+
				"expected RollCall to wait for all of them", guests-1, guests, last+1)
			e.shouldBeOver(t, guests)
		}
	}
	schedule.Explore(t, waits(2, 0))
	returnsForTwo = true
	if !waitsForOne {
		return
	}
	schedule.Explore(t, waits(2, 1))
	for _, last := range []int{0, 500, 999} {
		schedule.Bubble(t, waits(1100, last))
	}
	schedule.Explore(t, func(t *testing.T) {
		tooEarly := returnsBefore(t, 0, "Ada", "Ben")
		pass(time.Second)
		assert.Empty(t, *tooEarly, "two guests are on the list, and the park went home when one of them had not been greeted; "+
			"expected RollCall to wait for both")
	})
}

func TestAGreetingThatEndsInGoexitIsOver(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var greeted schedule.Gauge
		e := start(t, []string{"Ada"}, func(string) {
			greeted.Enter()
			runtime.Goexit()
		})
		pass(time.Second)
		assert.True(t, e.over, "greet called runtime.Goexit for the only guest, and RollCall never returned. "+
			"A greeting that ends this way is over, too, though it never comes to the line after greet")
		assert.Equal(t, 1, greeted.Now(), "greet called runtime.Goexit for the only guest, who was greeted %d times; expected once, however it ends",
			greeted.Now())
	})
	if !waitsForOne || !returnsForTwo {
		return
	}
	for leaver := range 2 {
		schedule.Explore(t, func(t *testing.T) {
			e, end := startHeld(t, 2, func(guest int) {
				if guest == leaver {
					runtime.Goexit()
				}
			})
			schedule.Quiesce()
			close(end[leaver])
			schedule.Quiesce()
			tooEarly := e.over
			close(end[1-leaver])
			require.False(t, tooEarly, "one of two greetings ended in runtime.Goexit, and the park went home while the other guest "+
				"was being greeted; expected RollCall to wait for both")
			pass(time.Second)
			require.True(t, e.over, "one of two greetings ended in runtime.Goexit, the other returned, and RollCall never did; "+
				"expected it to return")
		})
	}
}

func TestTwoRollCallsShareNothing(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		ada, adaEnd := startHeld(t, 1, func(int) {})
		ben, benEnd := startHeld(t, 1, func(int) {})
		schedule.Quiesce()
		close(benEnd[0])
		pass(10 * time.Millisecond)
		adaWentHome, benWaits := ada.over && waitsForOne, !ben.over
		close(adaEnd[0])
		pass(time.Second)
		require.False(t, benWaits, "two parks call the roll at the same time. In one of them everybody has been greeted, "+
			"and it does not go home while the other is busy; expected it to wait for its own guests alone")
		require.False(t, adaWentHome, "two parks call the roll at the same time. In one of them everybody has been greeted, "+
			"and the other went home, too, though its own guest was still being greeted")
	})
}

func TestTheParkGoesHomeAtTheLastGreetingsEnd(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		const long = 12_345_679 * time.Nanosecond
		var took time.Duration
		schedule.Go(t, "the park", func() {
			begin := time.Now()
			pointer.RollCall([]string{"Ada"}, func(string) { time.Sleep(long) })
			took = time.Since(begin)
		})
		pass(time.Second)
		assert.LessOrEqual(t, took, long, "the only greeting was over after %v, and the park went home after %v; expected no delay", long, took)
	})
}

// An evening is one call of RollCall.
type evening struct{ over bool }

func start(t *testing.T, guests []string, greet func(guest string)) *evening {
	e := new(evening)
	schedule.Go(t, "the park", func() {
		pointer.RollCall(guests, greet)
		e.over = true
	})
	return e
}

func (e *evening) shouldBeOver(t *testing.T, guests int) {
	t.Helper()
	require.True(t, e.over, "%d of %d guests have been greeted, and the park waits for ever: RollCall does not return. "+
		"Does it wait for the count that the goroutines take down, or for a copy of that count?", guests, guests)
}

func names(guests int) (list []string) {
	for i := range guests {
		list = append(list, fmt.Sprintf("guest %d", i+1))
	}
	return list
}

// pass lets time pass, and waits until everybody has come to rest.
func pass(d time.Duration) {
	time.Sleep(d)
	schedule.Quiesce()
}

// startHeld starts an evening whose greetings wait: that of guest i until end[i]
// is closed. Then they call last and are over.
func startHeld(t *testing.T, guests int, last func(guest int)) (e *evening, end []chan struct{}) {
	number := make(map[string]int)
	for i, guest := range names(guests) {
		number[guest] = i
		end = append(end, make(chan struct{}))
	}
	e = start(t, names(guests), func(guest string) {
		<-end[number[guest]]
		last(number[guest])
	})
	return e, end
}

// returnsBefore starts an evening whose greetings take that long. When RollCall
// has returned and a greeting is not over, the text says whose.
//
// The greetings write what is read after RollCall, and nothing but RollCall
// puts the two in order: the race detector looks on.
func returnsBefore(t *testing.T, duration time.Duration, guests ...string) (tooEarly *string) {
	tooEarly = new(string)
	said := make([]string, len(guests))
	greeted := make([]schedule.Gauge, len(guests))
	schedule.Go(t, "the park", func() {
		pointer.RollCall(guests, func(guest string) {
			for i := range guests {
				if guests[i] == guest {
					time.Sleep(duration)
					said[i] = "good night, " + guest
					greeted[i].Enter()
				}
			}
		})
		for i, guest := range guests {
			if greeted[i].Now() == 0 || said[i] == "" {
				*tooEarly = guest
			}
		}
	})
	return tooEarly
}
