// Package gateway is the park's board of waiting times: for each request it
// asks every ride how long its guests have to wait, and puts the answers on
// one page.
//
// The gateway below asks one ride after the other, waits for each for as long
// as that takes, and throws everything away when one of them fails. It never
// asks its limiter. Make it ask all the rides at once, inside a slot, and
// answer in time with what it has.
package gateway

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
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

	// Wait returns the minutes that a guest has to wait. Many goroutines may
	// call it at the same time. It may take long, it may look at its ctx or
	// not, and it may panic. Sooner or later it comes to an end.
	Wait func(ctx context.Context) (minutes int, err error)
}

// A Report is what came of asking every backend. Each of them is in exactly one
// of the two maps, by its name. Neither map is nil.
type Report struct {
	Waits   map[string]int    `json:"waits"`   // the minutes of those that answered
	Missing map[string]string `json:"missing"` // why the others have none
}

// A Gateway asks its backends. Its methods may be called by many goroutines at
// the same time. Two gateways share nothing but what they were given, and two
// calls of Report share nothing but the limiter.
type Gateway struct {
	limiter  Limiter
	timeout  time.Duration
	backends []Backend
}

// New returns a gateway that asks these backends inside the slots of l, and
// waits for each of them no longer than timeout.
//
// It panics when there are no backends, when two of them have one name, and
// when timeout is not positive. The text starts with "gateway" and says what it
// was given: "0 backends", the name, or the timeout.
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

// Report asks every backend for its waiting time and returns the answers, with
// a nil error. It returns as soon as the last backend has answered, or, when the
// timeout passes before that, at that moment, with the answers that have come.
// While it waits it sleeps, and does not wake up to look, however seldom.
//
// The slot:
//   - Report calls Execute of the limiter once, and asks the backends inside it.
//     The limiter alone decides how many Reports are made at the same time.
//   - The slot is held until Report returns, and no longer: it is free as soon
//     as Report is over, also when a backend that is late still works. So Execute
//     has returned when Report returns, whatever the reason.
//   - When Execute returns an error, no backend is asked, and Report returns
//     the zero Report and that very error, at once.
//
// The backends:
//   - It calls Wait of each backend once. All the calls begin at once, however
//     many they are: none waits for another.
//   - A backend that returns without an error is in Waits, with its minutes,
//     0 included. All the others are in Missing.
//   - A backend that returns an error is missing with the error's text, be it
//     empty, and be it an error of package context, such as the
//     DeadlineExceeded of a shorter deadline of the backend's own.
//   - A backend that panics is missing with "panic: " and the value, as in
//     "panic: the lift is stuck" or "panic: 42".
//   - A backend that has not answered when the timeout passes is missing with
//     "timeout". So is one that stops at that moment because its ctx has ended,
//     and returns the ctx.Err() of that ctx. What becomes of anything else that
//     is said at the very moment of the timeout is yours to decide.
//   - What one backend does, be it an error or a panic, takes nothing away from
//     the others.
//
// The ctx, and the late:
//   - The ctx that Wait gets carries the values of the caller's ctx. It ends
//     when the caller's ctx ends, and has ended when Report has returned. It
//     does not end while Report waits for its backends.
//   - When the caller's ctx ends before Report is done, Report returns the zero
//     Report and ctx.Err() of that ctx, itself and not wrapped, at once: it
//     waits for no backend. When that ctx had ended before the call, it
//     returns the same, or the error of the limiter if that says no.
//   - What a late backend still says, an answer, an error or a panic, is
//     dropped: it ends nothing and it changes no Report, neither the one that
//     has been returned nor the next.
//   - Once Report has returned and every Wait has, no goroutine of that call
//     is left.
//
// What happens when Wait calls runtime.Goexit is not specified.
func (g *Gateway) Report(ctx context.Context) (Report, error) {
	report := Report{Waits: make(map[string]int), Missing: make(map[string]string)}
	for _, b := range g.backends {
		minutes, err := b.Wait(ctx)
		if err != nil {
			return Report{}, err
		}
		report.Waits[b.Name] = minutes
	}
	return report, nil
}

// ServeHTTP calls Report with the request's context, once, and answers every
// method on every path:
//
//   - With the report as application/json, neither map null: 200 when at least
//     one backend answered, 502 when none did.
//   - With 429 when the limiter said no, as the server of chapter 01 does: a
//     Retry-After header with a whole number of seconds, at least 1, and the
//     text "Server is busy, please try again later.\n" as text/plain;
//     charset=utf-8.
//   - With a status of 500 or more, or with nothing at all, when the request's
//     context has ended.
//
// It writes nothing before Report has returned. Each request gets exactly one
// status.
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
