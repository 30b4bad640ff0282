// A goroutine waits for the end of the caller's ctx, and for nothing else.
//
// When all have answered nobody needs it any more, and nobody tells it. It
// stays as long as the caller's ctx does.
//
// Fails: TestABackendThatStopsAtTheTimeoutIsLate TestALateAnswerChangesNothing TestNoAnswerIsLost TestReportSleepsWhileItWaits TestTheContextOfABackend TestTheLateLeaveNothingBehind TestTheSlotIsBackWhenReportHasReturned TestTwoReportsAreLateEachAtItsOwnTime TestTwoReportsShareNothing
package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
	go func() {
		<-ctx.Done()
		cancel()
	}()
	answers := make(chan answer, len(g.backends))
	for _, b := range g.backends {
		go func() {
			minutes, err := b.ask(inTime)
			answers <- answer{b.Name, minutes, err}
		}()
	}
	report := Report{Waits: make(map[string]int), Missing: make(map[string]string)}
	for _, b := range g.backends {
		report.Missing[b.Name] = errLate.Error()
	}
	for range g.backends {
		select {
		case a := <-answers:
			report.enter(a)
		case <-inTime.Done():
			if err := ctx.Err(); err != nil {
				return Report{}, err
			}
			return report, nil
		}
	}
	if err := ctx.Err(); err != nil {
		return Report{}, err
	}
	return report, nil
}

type answer struct {
	name    string
	minutes int
	err     error
}

func (r Report) enter(a answer) {
	if a.err != nil {
		r.Missing[a.name] = a.err.Error()
		return
	}
	delete(r.Missing, a.name)
	r.Waits[a.name] = a.minutes
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
