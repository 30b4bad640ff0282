package tasks_test

import (
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	tasks "example.com/backpressure/02-waitgroup/1-tasks"
	"example.com/backpressure/internal/schedule"
)

func TestRunWaitsForEveryTask(t *testing.T) {
	for _, durations := range [][2]time.Duration{{0, 0}, {short, long}, {long, short}} {
		schedule.Explore(t, func(t *testing.T) { waitsForBoth(t, durations) })
	}
}

func TestAllTasksRunAtTheSameTime(t *testing.T) {
	meeting := func(n int) func(t *testing.T) {
		return func(t *testing.T) {
			var begun schedule.Gauge
			all := make(chan struct{})
			c := start(t, slices.Repeat([]func(){func() {
				begun.Enter()
				<-all
			}}, n)...)
			schedule.Quiesce()
			there := begun.Now()
			close(all)
			time.Sleep(time.Minute)
			schedule.Quiesce()
			require.Equal(t, n, there, "%d of %d tasks have begun, and each of them waits for all the others; "+
				"expected Run to start every task before it waits for any", there, n)
			c.shouldReturn(t, "")
		}
	}
	schedule.Explore(t, meeting(2))
	schedule.Bubble(t, meeting(1100))
}

func TestRunReturnsWhenTheLastTaskEnds(t *testing.T) {
	for _, all := range [][]func(){
		{lasting(long)},
		{lasting(short), lasting(long)},
		{lasting(long), lasting(short)},
	} {
		schedule.Explore(t, func(t *testing.T) {
			c := start(t, all...)
			time.Sleep(time.Minute)
			schedule.Quiesce()
			c.shouldReturn(t, "")
			assert.LessOrEqual(t, c.took, long, "Run got %s, the longest of which takes %v, and returned after %v; "+
				"all of them run at the same time, so it was expected to return after %v", schedule.Count(len(all), "task"), long, c.took, long)
		})
	}
}

func TestRunWithoutTasksReturnsAtOnce(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		c := start(t)
		schedule.Quiesce()
		assert.True(t, c.returned, "Run got no tasks, so there is nothing to wait for, and it has not returned")
	})
}

func TestEveryTaskRunsOnce(t *testing.T) {
	for _, durations := range [][]time.Duration{{0, 0}, {2 * short, 0, short}} {
		schedule.Explore(t, func(t *testing.T) {
			ran := make([]schedule.Gauge, len(durations))
			var all []func()
			for i, d := range durations {
				all = append(all, func() {
					ran[i].Enter()
					lasting(d)()
				})
			}
			c := start(t, all...)
			time.Sleep(time.Minute)
			schedule.Quiesce()
			for i := range ran {
				times := ran[i].Now()
				require.Equal(t, 1, times, "Run got %d tasks and called number %d of them %s; expected one call", len(all), i+1, schedule.Count(times, "time"))
			}
			c.shouldReturn(t, "")
		})
	}
}

func TestATaskThatCallsGoexitHasEnded(t *testing.T) {
	for _, all := range [][]func(){
		{runtime.Goexit},
		{runtime.Goexit, lasting(long)},
		{lasting(long), runtime.Goexit},
	} {
		schedule.Explore(t, func(t *testing.T) {
			c := start(t, all...)
			time.Sleep(time.Minute)
			schedule.Quiesce()
			c.shouldReturn(t, "a task called runtime.Goexit; ")
			assert.Equal(t, len(all), c.waitedFor, "Run got %s, one of which called runtime.Goexit, and returned when %d had ended; "+
				"expected it to wait for every task", schedule.Count(len(all), "task"), c.waitedFor)
		})
	}
}

func TestTwoCallsOfRunShareNothing(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		first := start(t, lasting(long))
		schedule.Quiesce()
		second := start(t, lasting(short))
		time.Sleep(time.Minute)
		schedule.Quiesce()
		story := fmt.Sprintf("Run was called with a task of %v, and, while it waited, once more with a task of %v", long, short)
		first.shouldReturn(t, story+". The first call: ")
		second.shouldReturn(t, story+". The second call: ")
		assert.Less(t, second.took, long, story+". The second call took %v; expected it to wait for its own task alone", second.took)
	})
}

func TestRunLeavesNoGoroutineBehind(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		tasks.Run(lasting(0), lasting(0))
		schedule.Quiesce() // and whoever is still there now stays
	})
}

func TestRunWaitsHoweverLongATaskTakes(t *testing.T) {
	const moreThanADay = 25 * time.Hour
	for _, durations := range [][2]time.Duration{{time.Minute, moreThanADay}, {moreThanADay, time.Minute}} {
		schedule.Explore(t, func(t *testing.T) { waitsForBoth(t, durations) })
	}
}

func TestAPanicInATaskCrashesTheProgram(t *testing.T) {
	const words = "call 1 of the task: the lights are out"
	line := schedule.Crash(t, func() {
		var calls schedule.Gauge
		tasks.Run(func() { panic(fmt.Sprintf("call %d of the task: the lights are out", calls.Enter())) })
	})
	require.NotEmpty(t, line, "a task panicked with %q, and the program went on as if all were well; expected a crash", words)
	assert.Contains(t, line, words, "a task panicked with %q, and the program crashed with %q; expected the words of the task", words, line)
}

// No poll that asks at round intervals asks at these moments.
const (
	short = 3_000_001 * time.Nanosecond
	long  = 12_345_679 * time.Nanosecond
)

func waitsForBoth(t *testing.T, durations [2]time.Duration) {
	c := start(t, lasting(durations[0]), lasting(durations[1]))
	time.Sleep(2 * max(durations[0], durations[1], time.Minute))
	schedule.Quiesce()
	c.shouldReturn(t, "")
	assert.Equal(t, 2, c.waitedFor, "Run got 2 tasks, and returned when %d of them had ended; expected it to wait for both", c.waitedFor)
}

// A call is one call of Run, in a goroutine of its own.
type call struct {
	tasks     int
	ended     schedule.Gauge
	returned  bool
	took      time.Duration
	waitedFor int // tasks that had ended when Run returned
}

// start calls Run and does not wait for it.
func start(t *testing.T, all ...func()) *call {
	c := &call{tasks: len(all)}
	var counted []func()
	for _, task := range all {
		counted = append(counted, func() {
			defer c.ended.Enter() // after Goexit, too
			task()
		})
	}
	schedule.Go(t, "the caller", func() {
		began := time.Now()
		tasks.Run(counted...)
		c.waitedFor = c.ended.Now()
		c.took = time.Since(began)
		c.returned = true
	})
	return c
}

// shouldReturn ends the test when Run has not returned by now.
func (c *call) shouldReturn(t *testing.T, story string) {
	t.Helper()
	require.True(t, c.returned, "%s%d of %s have ended, nothing goes on any more, and Run has not returned",
		story, c.ended.Now(), schedule.Count(c.tasks, "task"))
}

// lasting is a task that takes so long.
func lasting(d time.Duration) func() {
	return func() {
		if d > 0 {
			time.Sleep(d)
		}
	}
}
