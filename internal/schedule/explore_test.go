package schedule_test

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"example.com/backpressure/internal/schedule"
	"example.com/backpressure/internal/schedule/step"
)

// breaks explores body in a process of its own, where it fails, and returns
// what that process printed. It must be the same every time.
func breaks(t *testing.T, body func(t *testing.T)) string {
	t.Helper()
	if os.Getenv("SCHEDULE_CHILD") == t.Name() {
		schedule.Explore(t, body)
		t.SkipNow()
	}
	var first string
	for range 2 {
		cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v", "-test.count=1", "-test.timeout=60s")
		cmd.Env = append(os.Environ(), "SCHEDULE_CHILD="+t.Name(), "GORACE=atexit_sleep_ms=0")
		out, _ := cmd.CombinedOutput()
		text := regexp.MustCompile(`\(?\d+\.\d+s\)?`).ReplaceAllString(string(out), "")
		text = strings.ReplaceAll(text, "\n        ", "\n")
		if step.Race && strings.Contains(text, "DATA RACE") {
			return text // with addresses, which differ
		}
		if first == "" {
			first = text
		}
		assert.Equal(t, first, text, "two explorations of one body should print the same")
	}
	assert.Contains(t, first, "--- FAIL: "+t.Name(), "nothing breaks it")
	return first
}

// guests want the only seat, each starting when the one before has had no
// luck or has left again.
func guests(n int, newRide func() rider) func(t *testing.T) {
	return func(t *testing.T) {
		ride := newRide()
		var aboard schedule.Gauge
		for guest := 1; guest <= n; guest++ {
			schedule.Go(t, fmt.Sprintf("guest %d", guest), func() {
				if ride.Board() != nil {
					return
				}
				if aboard.Enter() > 1 {
					t.Error("two guests sit on the only seat")
				}
				aboard.Leave()
				ride.Leave()
			})
		}
		schedule.Quiesce()
	}
}

func TestCheckThenAct(t *testing.T) {
	out := breaks(t, guests(2, func() rider { return &checkThenAct{} }))
	assert.Contains(t, out, "two guests sit on the only seat")
	// One preemption to look before the other takes the seat, and one to sit
	// down while the other still sits.
	assert.Contains(t, out, "with 2 preemptions (marked >)\n")
	assert.Contains(t, out, `
line   guest 1                         guest 2
 4     if r.n.Load() >= 1 {
>4                                     if r.n.Load() >= 1 {
 7                                     r.n.Add(1)
 8                                     return nil
>7     r.n.Add(1)
 8     return nil
`)
	for _, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, len([]rune(line)), 80-8, "this line is too long: %s", line)
	}
}

// Five guests have more schedules than can be gone through; one of those at
// random shows the mistake. With many goroutines a column is a letter wide, and the
// lines stay readable.
func TestManyGoroutinesFitBesideEachOther(t *testing.T) {
	out := breaks(t, guests(5, func() rider { return &checkThenAct{} }))
	assert.Contains(t, out, "\nline   a b c d e\n")
	assert.Contains(t, out, `
 4           d    if r.n.Load() >= 1 {
>4       b        if r.n.Load() >= 1 {
 7       b        r.n.Add(1)
 8       b        return nil
`)
	assert.Contains(t, out, "\n a  guest 1\n b  guest 2\n")
	for _, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, len([]rune(line)), 80-8, "this line is too long: %s", line)
	}
}

// The counts are part of what makes an exploration certain: they change only
// with the search itself.
func TestRightAnswersPass(t *testing.T) {
	for _, c := range []struct {
		name         string
		body         func(t *testing.T)
		fine, coarse int // every line a point; only what synchronises
	}{
		{"mutex, two guests", guests(2, func() rider { return &mutexRide{} }), 310, 38},
		{"compare-and-swap, two guests", guests(2, func() rider { return &casRide{} }), 200, 58},
		{"channel, two guests", guests(2, func() rider { return &channelRide{make(chan struct{}, 1)} }), 60, 36},
		{"a spin lock", spinLock, 50, 22},
		{"a spin lock that never yields", impatient, 116, 116},
		{"waiting with a Cond", condWaits, 48, 17},
		{"a WaitGroup", waitGroup, 40, 10},
		{"a timer", timer, 30, 6},
		{"a channel nobody else uses", alone, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := c.coarse
			if !step.Race {
				want += c.fine
			}
			assert.Equal(t, want, schedule.Schedules(t, c.body))
		})
	}
}

func TestDataRace(t *testing.T) {
	if !step.Race {
		t.Skip("needs -race")
	}
	out := breaks(t, guests(2, func() rider { return &nakedRide{} }))
	assert.Contains(t, out, "WARNING: DATA RACE")
	assert.Contains(t, out, "two guests sit on the only seat", "what the race leads to should be shown, too")
}

func TestDeadlock(t *testing.T) {
	out := breaks(t, dining)
	assert.Contains(t, out, "deadlock: everybody waits, and nobody is left to wake them\n")
	assert.Contains(t, out, "Ada stands at dining.go:3: b.Lock()")
	assert.Contains(t, out, "Ben stands at dining.go:10: a.Lock()")
	assert.Contains(t, out, "with 1 preemption (marked >)\n")
}

func TestLostWakeup(t *testing.T) {
	out := breaks(t, lostWakeup)
	assert.Contains(t, out, "waiter stands at cond.go:6: cond.Wait()")
}

func TestSelectTakesAnyReadyCase(t *testing.T) {
	out := breaks(t, selects)
	assert.Contains(t, out, "the answer took case 2")
	assert.Contains(t, out, "with 0 preemptions\n")
}

func TestBusyLoop(t *testing.T) {
	out := breaks(t, busy)
	assert.Contains(t, out, "busy loop: busy.go:3 runs again and again")
}

func TestPanicIsAVerdict(t *testing.T) {
	out := breaks(t, panics)
	assert.Contains(t, out, "a goroutine started at panic.go:2: panic: out of seats (bodies_test.go:")
	assert.Contains(t, out, "schedule: ")
	assert.Equal(t, 1, strings.Count(out, "looks for a seat"), "what the other schedules print should not be heard")
}

// A goroutine may outlive the body, whose T has then ended.
func TestAPanicAfterTheBodyIsAVerdict(t *testing.T) {
	out := breaks(t, func(t *testing.T) {
		last := make(chan int)
		schedule.Go(t, "Ada", func() {
			<-last
			panic("too late")
		})
		close(last)
	})
	assert.Contains(t, out, "Ada: panic: too late (explore_test.go:")
}

func TestGoroutineLeftBehind(t *testing.T) {
	out := breaks(t, leaves)
	assert.Contains(t, out, "leak: ")
	assert.Contains(t, out, "goroutine 1 (leak.go:2) stands at leak.go:3: <-never")
}

func TestWaitingOutsideOfTheBubble(t *testing.T) {
	out := breaks(t, outside)
	assert.Contains(t, out, "hang: ")
}

// A body that keeps something from run to run can't be replayed. That is
// noticed, and is no verdict against the answer.
func TestDivergenceIsNoticed(t *testing.T) {
	runs := 0
	s := schedule.Search(t, func(t *testing.T) {
		n := 2
		if runs++; runs > 10 {
			n = 3
		}
		guests(n, func() rider { return &mutexRide{} })(t)
	})
	assert.Regexp(t, `\([\d,]+ of them could not be repeated`, s)
}

// How the number of schedules grows: with the goroutines faster than with the
// preemptions. docs/schedules.md shows this table.
func TestGrowth(t *testing.T) {
	for n, want := range map[int][]int{
		2: {2, 12, 28},
		3: {6, 120, 690},
		4: {24, 1416, 17568},
	} {
		for preemptions, schedules := range want {
			got := schedule.UpTo(t, guests(n, func() rider { return &mutexRide{} }), preemptions)
			assert.Equal(t, schedules, got, "%d guests, up to %d preemptions", n, preemptions)
		}
	}
}

func TestSummary(t *testing.T) {
	s := schedule.Search(t, guests(3, func() rider { return &casRide{} }))
	assert.Regexp(t, `^(1,500|3,000) schedules, .*, (500|1,000) of them at random: none breaks it$`, s)
}

// In a bubble that is not explored the twins block durably: an hour passes
// while the mutex is held.
func TestBubbleWithTwins(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		start := time.Now()
		holdForAnHour()
		assert.Equal(t, time.Hour, time.Since(start))
	})
}
