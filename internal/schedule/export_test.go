package schedule

import "testing"

// Search explores body and returns the summary.
func Search(t *testing.T, body func(t *testing.T)) string { return explore(t, body).summary() }

// PanicLine is what panicked says of where.
var PanicLine = panicLine

// UpTo returns how many schedules with up to that many preemptions body has,
// switching only before what synchronises.
func UpTo(t *testing.T, body func(t *testing.T), preemptions int) int {
	s := &search{t: t, body: body, most: 1 << 20, highest: preemptions}
	s.start()
	return s.schedules
}

// Schedules explores body and returns the number of its schedules.
func Schedules(t *testing.T, body func(t *testing.T)) int {
	s := explore(t, body)
	return s.before + s.schedules
}
