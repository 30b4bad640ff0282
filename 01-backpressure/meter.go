package main

import (
	"context"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	limiter "example.com/backpressure/01-backpressure/3-limiter"
	"example.com/backpressure/internal/stage"
)

// A gate is a limiter that can be switched off, and that counts its slots from
// outside: it believes the calls that it sees, not the limiter.
type gate struct {
	limiter *limiter.RequestLimiter
	off     atomic.Bool
	taken   atomic.Int64 // slots
}

// Execute is the limiter's, or calls f without asking when the gate is off.
func (g *gate) Execute(f func()) error {
	if g.off.Load() {
		f()
		return nil
	}
	return g.limiter.Execute(func() {
		g.taken.Add(1)
		defer g.taken.Add(-1)
		f()
	})
}

// A meter counts what comes to the server and what becomes of it. The zero
// value is ready, and safe for concurrent use.
type meter struct {
	arrived, working, served, refused, failed atomic.Int64

	mu      sync.Mutex
	latency []time.Duration // of the last requests that were served, in a ring
	next    int
}

const remembered = 200 // latencies

// around counts the requests that go through h.
func (m *meter) around(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m.arrived.Add(1)
		began := time.Now()
		status := &stage.StatusWriter{ResponseWriter: w}
		over := false
		defer func() {
			switch code := status.Status(); {
			case !over: // a panic, which goes on to the server
				m.failed.Add(1)
			case code == http.StatusTooManyRequests:
				m.refused.Add(1)
			case code == http.StatusOK && r.Context().Err() == nil:
				m.served.Add(1)
				m.remember(time.Since(began))
			default:
				m.failed.Add(1)
			}
		}()
		h.ServeHTTP(status, r)
		over = true
	})
}

// during counts the calls of work that run.
func (m *meter) during(work func(context.Context)) func(context.Context) {
	return func(ctx context.Context) {
		m.working.Add(1)
		defer m.working.Add(-1)
		work(ctx)
	}
}

func (m *meter) remember(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.latency) < remembered {
		m.latency = append(m.latency, d)
		return
	}
	m.latency[m.next] = d
	m.next = (m.next + 1) % remembered
}

// percentiles returns for each share p the latency that this share of the last
// requests did not exceed (the nearest rank), or nil when none was served.
func (m *meter) percentiles(shares ...float64) []time.Duration {
	m.mu.Lock()
	sorted := slices.Sorted(slices.Values(m.latency))
	m.mu.Unlock()
	if len(sorted) == 0 {
		return nil
	}
	found := make([]time.Duration, len(shares))
	for i, share := range shares {
		found[i] = sorted[max(int(share*float64(len(sorted))+0.999999), 1)-1]
	}
	return found
}
