// When the caller's ctx had ended before, Report returns its cause.
//
// The cause is interesting to whoever ended it. ctx.Err() is what callers compare
// with, and what Report returns when the end comes later.
//
// Fails: TestACallerWhoHadGoneBeforeGetsNoReport
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

// A Limiter has a number of slots. The RequestLimiter of chapter 01 is one.
type Limiter interface {
	// Execute takes a slot, calls f once and returns nil after it. The slot
	// is back when Execute returns. When no slot is free it returns an error
	// at once and does not call f.
	Execute(f func()) error
}

// A Backend is a ride that can be asked for its waiting time.
type Backend struct {
	Name string

	// Wait returns the minutes that a guest has to wait.
	Wait func(ctx context.Context) (minutes int, err error)
}

// A Report is what came of asking every backend. Each of them is in exactly one
// of the two maps, by its name. Neither map is nil.
type Report struct {
	Waits   map[string]int    `json:"waits"`   // the minutes of those that answered
	Missing map[string]string `json:"missing"` // why the others have none
}

// A Gateway asks its backends. It is safe for concurrent use.
type Gateway struct {
	limiter  Limiter
	timeout  time.Duration
	backends []Backend
}

// New returns a gateway that asks these backends inside the slots of l, and
// waits for each of them no longer than timeout. It panics when there are no
// backends, when two of them have one name, and when timeout is not positive.
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

// Report asks every backend at once, inside one slot of the limiter, and
// returns when all have answered or the timeout has passed. It returns the
// limiter's error when that says no, and ctx.Err() when ctx ends before.
func (g *Gateway) Report(ctx context.Context) (report Report, err error) {
	if ctx.Err() != nil {
		return Report{}, context.Cause(ctx)
	}
	if no := g.limiter.Execute(func() { report, err = g.askAll(ctx) }); no != nil {
		return Report{}, no
	}
	return report, err
}

func (g *Gateway) askAll(ctx context.Context) (Report, error) {
	inTime, cancel := context.WithTimeout(ctx, g.timeout)
	defer cancel()

	type answer struct {
		name    string
		minutes int
		err     error
	}
	// There is room for every answer, so that a late one is sent, and its
	// goroutine ends, though nobody receives any more.
	answers := make(chan answer, len(g.backends))
	var asked sync.WaitGroup
	for _, b := range g.backends {
		asked.Go(func() {
			minutes, err := b.ask(inTime)
			answers <- answer{b.Name, minutes, err}
		})
	}
	// Nobody can give up a Wait, so it has a goroutine of its own, which ends
	// with the last of the backends.
	go func() {
		asked.Wait()
		close(answers)
	}()

	report := Report{Waits: make(map[string]int), Missing: make(map[string]string)}
	for _, b := range g.backends {
		report.Missing[b.Name] = errLate.Error() // until it answers
	}
	for waiting := true; waiting; {
		select {
		case a, more := <-answers:
			switch {
			case !more:
				waiting = false
			case a.err != nil:
				report.Missing[a.name] = a.err.Error()
			default:
				delete(report.Missing, a.name)
				report.Waits[a.name] = a.minutes
			}
		case <-inTime.Done():
			waiting = false
		}
	}
	// When ctx ends, the backends answer too, and which of the two a select
	// sees first is chance. So the last word is had by ctx.
	if err := ctx.Err(); err != nil {
		return Report{}, err
	}
	return report, nil
}

var errLate = errors.New("timeout")

// ask calls Wait, and makes an error of a panic: one that nobody recovers ends
// the whole program.
func (b Backend) ask(ctx context.Context) (minutes int, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	minutes, err = b.Wait(ctx)
	if err != nil && ctx.Err() != nil {
		err = errLate // whatever it is: the time was up when it came
	}
	return minutes, err
}

// ServeHTTP answers with the report as JSON: 200 when at least one backend
// answered, 502 when none did. It answers 429 when the limiter says no.
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
		// Most likely nobody is left to read this.
		http.Error(w, "The report was broken off.", http.StatusServiceUnavailable)
	default:
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Retry-After", "1")
		w.WriteHeader(http.StatusTooManyRequests)
		io.WriteString(w, "Server is busy, please try again later.\n")
	}
}
