package schedule

import "testing"

// Search explores body and returns the summary.
func Search(t *testing.T, body func(t *testing.T)) string { return explore(t, body).summary() }

// Schedules explores body and returns the number of its schedules.
func Schedules(t *testing.T, body func(t *testing.T)) int { return explore(t, body).schedules }
