package schedule

import (
	"testing"
	"time"
)

// Impatient makes an exploration that does not move a hang after that time,
// until it is undone.
func Impatient(after time.Duration) (undo func()) {
	before := stall
	stall = after
	return func() { stall = before }
}

// Search explores body and returns the summary.
func Search(t *testing.T, body func(t *testing.T)) string { return explore(t, body).summary() }

// Schedules explores body and returns the number of its schedules.
func Schedules(t *testing.T, body func(t *testing.T)) int {
	s := explore(t, body)
	return s.before + s.schedules
}
