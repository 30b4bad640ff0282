//go:build unix

package schedule_test

import (
	"syscall"
	"testing"
	"time"

	"example.com/backpressure/internal/schedule"
)

// Two guests on one seat, with a mutex: how many schedules in a second of
// processor time, so that what else the machine does is left out. Benchmarks
// have no testing.T to start bubbles from, so this one borrows one.
func BenchmarkTwoGuestsOneSeat(b *testing.B) {
	body := guests(2, func() rider { return &mutexRide{} })
	done := 0
	var used time.Duration
	testing.RunTests(func(string, string) (bool, error) { return true, nil }, []testing.InternalTest{{Name: b.Name(), F: func(t *testing.T) {
		start := processorTime()
		for b.ResetTimer(); done < b.N; {
			done += schedule.Schedules(t, body)
		}
		b.StopTimer()
		used = processorTime() - start
	}}})
	b.ReportMetric(float64(done)/used.Seconds(), "schedules/s")
}

func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
