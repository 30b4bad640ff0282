// Recursion: a report of many backends is put together from the reports of
// two halves, each made in a goroutine of its own. A half that is late stays
// unread.
package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"time"
)

type Limiter interface{ Execute(f func()) error }

type Backend struct {
	Name string
	Wait func(ctx context.Context) (minutes int, err error)
}

type Report struct {
	Waits   map[string]int    `json:"waits"`
	Missing map[string]string `json:"missing"`
}

type Gateway struct {
	limiter  Limiter
	timeout  time.Duration
	backends []Backend
}

func New(l Limiter, timeout time.Duration, backends ...Backend) *Gateway {
	if timeout <= 0 {
		panic(fmt.Sprintf("gateway: New: a timeout of %v leaves nobody time to answer", timeout))
	}
	if len(backends) == 0 {
		panic("gateway: New: 0 backends: there is nobody to ask")
	}
	known := make(map[string]bool)
	for _, b := range backends {
		if known[b.Name] {
			panic(fmt.Sprintf("gateway: New: two backends are called %q", b.Name))
		}
		known[b.Name] = true
	}
	return &Gateway{limiter: l, timeout: timeout, backends: slices.Clone(backends)}
}

func (g *Gateway) Report(ctx context.Context) (report Report, err error) {
	if no := g.limiter.Execute(func() { report, err = g.askAll(ctx) }); no != nil {
		return Report{}, no
	}
	return report, err
}

func (g *Gateway) askAll(ctx context.Context) (Report, error) {
	inTime, cancel := context.WithTimeout(ctx, g.timeout)
	defer cancel()
	report := askHalf(inTime, g.backends)
	if err := ctx.Err(); err != nil {
		return Report{}, err
	}
	return report, nil
}

// askHalf returns when all have answered or ctx has ended.
func askHalf(ctx context.Context, backends []Backend) Report {
	if len(backends) == 1 {
		return askOne(ctx, backends[0])
	}
	left := make(chan Report, 1)
	go func() { left <- askHalf(ctx, backends[:len(backends)/2]) }()
	report := askHalf(ctx, backends[len(backends)/2:])
	other := <-left
	maps.Copy(report.Waits, other.Waits)
	maps.Copy(report.Missing, other.Missing)
	return report
}

func askOne(ctx context.Context, b Backend) Report {
	type answer struct {
		minutes int
		err     error
	}
	said := make(chan answer, 1)
	go func() {
		minutes, err := b.ask(ctx)
		said <- answer{minutes, err}
	}()
	a := answer{err: errLate}
	select {
	case a = <-said:
	case <-ctx.Done():
	}
	report := Report{Waits: map[string]int{}, Missing: map[string]string{}}
	if a.err != nil {
		report.Missing[b.Name] = a.err.Error()
	} else {
		report.Waits[b.Name] = a.minutes
	}
	return report
}

var errLate = errors.New("timeout")

func (b Backend) ask(ctx context.Context) (minutes int, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	minutes, err = b.Wait(ctx)
	if err != nil && ctx.Err() != nil {
		err = errLate
	}
	return minutes, err
}

func (g *Gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	report, err := g.Report(r.Context())
	switch {
	case err == nil:
		status := http.StatusOK
		if len(report.Waits) == 0 {
			status = http.StatusBadGateway
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		json.NewEncoder(w).Encode(report)
	case r.Context().Err() != nil:
		http.Error(w, "The report was broken off.", http.StatusServiceUnavailable)
	default:
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Retry-After", "1")
		w.WriteHeader(http.StatusTooManyRequests)
		io.WriteString(w, "Server is busy, please try again later.\n")
	}
}
