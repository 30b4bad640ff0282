package schedule_test

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/backpressure/internal/schedule"
)

func TestAPanicInAGoroutineIsACrash(t *testing.T) {
	line := schedule.Crash(t, func() {
		go func() { panic("the printer is on fire") }()
	})
	assert.Equal(t, "panic: the printer is on fire", line)
}

func TestAPanicInTheCallerIsACrash(t *testing.T) {
	line := schedule.Crash(t, func() { panic("the printer is on fire") })
	assert.Equal(t, "panic: the printer is on fire", line)
}

func TestWhatEndsWellIsNoCrash(t *testing.T) {
	line := schedule.Crash(t, func() {
		go runtime.Goexit()
		go func() {
			defer func() { _ = recover() }()
			panic("put out in time")
		}()
	})
	assert.Empty(t, line)
}

// The judge builds with -trimpath, a learner's editor does not, and what is told
// is the same.
func TestAPanicIsToldWithTheLineThatKnowsOfIt(t *testing.T) {
	const (
		begins   = "goroutine 7 [running]:\nruntime/debug.Stack()\n\t/go/src/runtime/debug/stack.go:26 +0x5e\npanic({0x1, 0x2})\n"
		rooted   = "\t/go/src/runtime/panic.go:783 +0x132\nsync.(*WaitGroup).Add(0x1)\n\t/go/src/sync/waitgroup.go:118 +0x2\n"
		rootless = "\truntime/panic.go:783 +0x132\ninternal/sync.fatal()\n\tinternal/sync/mutex.go:9\nsync.(*WaitGroup).Add(0x1)\n\tsync/waitgroup.go:118 +0x2\n"
		twin     = "x/sync.(*WaitGroup).Done()\n\texample.com/backpressure/internal/schedule/twin/sync/waitgroup.go:40 +0x3\n"
		answer   = "x.Map()\n\texample.com/backpressure/02-waitgroup/2-results/results.go:30 +0x1d\n"
		library  = "net/http.f()\n\tnet/http/server.go:1 +0x1\n"
	)
	for _, std := range []string{rooted, rootless} {
		assert.Empty(t, schedule.PanicLine(begins+std+twin))
		assert.Equal(t, " (results.go:30)", schedule.PanicLine(begins+std+twin+library+answer))
		assert.Equal(t, " (server.go:1)", schedule.PanicLine(begins+std+library))
	}
}
