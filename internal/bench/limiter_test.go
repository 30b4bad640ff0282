// Package bench measures the course's reference answers beside what people use
// instead. "make bench" runs it; docs/figures.md has a run, and what it means.
package bench

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/failsafe-go/failsafe-go/bulkhead"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/platinummonkey/go-concurrency-limits/core"
	"github.com/platinummonkey/go-concurrency-limits/limit"
	limits "github.com/platinummonkey/go-concurrency-limits/limiter"
	"github.com/platinummonkey/go-concurrency-limits/strategy"
	"golang.org/x/sync/semaphore"

	limiter "example.com/backpressure/solutions/01-backpressure/3-limiter"
)

// tries returns, for a limit of one slot, what each contender does with a call:
// it takes the slot, calls f and gives the slot back, or returns false at once.
func tries(t testing.TB) map[string]func(f func()) bool {
	var count atomic.Int64
	own := limiter.NewRequestLimiter(1)
	weighted := semaphore.NewWeighted(1)
	hull := bulkhead.New[any](1)
	adaptive, err := limits.NewDefaultLimiter(limit.NewFixedLimit("fixed", 1, core.EmptyMetricRegistryInstance),
		1e6, 1e9, 1e5, 100, strategy.NewSimpleStrategy(1), limit.NoopLimitLogger{}, core.EmptyMetricRegistryInstance)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]func(f func()) bool{
		// The floor: a counter, and nothing that makes sure of anything.
		"atomic": func(f func()) bool {
			if count.Load() >= 1 {
				return false
			}
			count.Add(1)
			f()
			count.Add(-1)
			return true
		},
		"RequestLimiter": func(f func()) bool { return own.Execute(f) == nil },
		"xsync": func(f func()) bool {
			if !weighted.TryAcquire(1) {
				return false
			}
			defer weighted.Release(1)
			f()
			return true
		},
		"failsafe": func(f func()) bool {
			if !hull.TryAcquirePermit() {
				return false
			}
			defer hull.ReleasePermit()
			f()
			return true
		},
		"climits": func(f func()) bool {
			listener, ok := adaptive.Acquire(context.Background())
			if !ok {
				return false
			}
			defer listener.OnSuccess()
			f()
			return true
		},
	}
}

// Accept is a call that finds the slot free.
func BenchmarkAccept(b *testing.B) {
	for name, try := range tries(b) {
		b.Run("of="+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if !try(func() {}) {
					b.Fatal("turned away")
				}
			}
		})
	}
}

// Reject is a call that finds the slot taken.
func BenchmarkReject(b *testing.B) {
	for name, try := range tries(b) {
		b.Run("of="+name, func(b *testing.B) {
			try(func() {
				b.ReportAllocs()
				for b.Loop() {
					if try(func() {}) {
						b.Fatal("let in")
					}
				}
			})
		})
	}
}

// limited is RequestLimiter as a middleware.
func limited(h http.Handler) http.Handler {
	l := limiter.NewRequestLimiter(5)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if l.Execute(func() { h.ServeHTTP(w, r) }) != nil {
			http.Error(w, "Server is busy, please try again later.", http.StatusTooManyRequests)
		}
	})
}

// HTTP is a request through a handler, without the network.
func BenchmarkHTTP(b *testing.B) {
	ok := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	for name, h := range map[string]http.Handler{
		"atomic":         ok, // the bare handler, in the column of the other floors
		"RequestLimiter": limited(ok),
		"chi":            middleware.Throttle(5)(ok),
	} {
		b.Run("of="+name, func(b *testing.B) {
			request := httptest.NewRequest(http.MethodGet, "/process", nil)
			b.ReportAllocs()
			for b.Loop() {
				h.ServeHTTP(httptest.NewRecorder(), request)
			}
		})
	}
}
