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
