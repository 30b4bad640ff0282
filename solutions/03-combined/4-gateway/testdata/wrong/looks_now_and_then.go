// Report looks now and then whether all have answered.
//
// A look that comes too early finds nothing, and the next one comes a good
// while later. A channel wakes whoever waits at the moment when there is
// something.
//
// Fails: TestReportSleepsWhileItWaits TestABackendThatFailsIsMissing TestACallerWhoGoesAwayIsAnsweredAtOnce TestAnAnswerMayMeetTheEndOfTheCallersCtx TestEveryBackendIsAskedAtOnce TestNoAnswerIsLost TestTheLimiterAloneDecidesHowManyReportsAreMade TestTheReportDoesNotWaitForTheLate
package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
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
	report := Report{Waits: make(map[string]int), Missing: make(map[string]string)}
	for _, b := range g.backends {
		report.Missing[b.Name] = errLate.Error()
	}
	var (
		mu    sync.Mutex
		over  bool
		asked sync.WaitGroup
		all   = make(chan struct{})
	)
	for _, b := range g.backends {
		asked.Go(func() {
			minutes, err := b.ask(inTime)
			mu.Lock()
			defer mu.Unlock()
			if !over {
				report.enter(answer{b.Name, minutes, err})
			}
		})
	}
	go func() {
		asked.Wait()
		close(all)
	}()
	for waiting := true; waiting && inTime.Err() == nil; {
		time.Sleep(g.timeout / 7)
		select {
		case <-all:
			waiting = false
		default:
		}
	}
	mu.Lock()
	defer mu.Unlock()
	over = true
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
