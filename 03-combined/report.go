package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"os"
	"slices"
	"time"

	limiter "example.com/backpressure/01-backpressure/3-limiter"
	drain "example.com/backpressure/03-combined/2-drain"
	gateway "example.com/backpressure/03-combined/4-gateway"
	"example.com/backpressure/internal/stage"
)

const (
	limit       = 5 // reports at once
	timeout     = time.Second
	defaultAddr = "127.0.0.1:8081" // loopback: nobody else on the network can call
)

// rides returns the six rides that a report asks: one of them is slow, one
// fails, and one panics. begin is told when a ride is asked, and what it returns
// is called when the ride has answered.
func rides(begin func(name string) (end func())) []gateway.Backend {
	ride := func(name string, takes time.Duration, answer func() (int, error)) gateway.Backend {
		return gateway.Backend{Name: name, Wait: func(ctx context.Context) (int, error) {
			defer begin(name)()
			select {
			case <-time.After(takes):
				return answer()
			case <-ctx.Done():
				return 0, ctx.Err()
			}
		}}
	}
	minutes := func(n int) func() (int, error) { return func() (int, error) { return n, nil } }
	return []gateway.Backend{
		ride("carousel", 100*time.Millisecond, minutes(5)),
		ride("coaster", 300*time.Millisecond, minutes(40)),
		ride("ghost train", 400*time.Millisecond, minutes(15)),
		ride("boats", 200*time.Millisecond, func() (int, error) { return 0, errors.New("the boats are ashore") }),
		ride("swings", 150*time.Millisecond, func() (int, error) { panic("no such clock") }),
		ride("wheel", 3*time.Second, minutes(20)),
	}
}

// askTheRides asks for one report, and prints it with what went on meanwhile.
func askTheRides() {
	which, _ := whichLimiter()
	fmt.Println(which)
	var line stage.Timeline
	g := gateway.New(limiter.NewRequestLimiter(limit), timeout, rides(line.Begin)...)
	var report gateway.Report
	var failure error
	began := time.Now()
	err := stage.Within(2*patience, func() { report, failure = g.Report(context.Background()) })
	took := time.Since(began)
	if err == nil {
		line.Mark("Report returns")
	}
	time.Sleep(100 * time.Millisecond) // who stops when the report is over has stopped
	line.Draw(os.Stdout)
	for _, name := range slices.Sorted(maps.Keys(report.Waits)) {
		fmt.Printf("  %-14s %d minutes\n", name, report.Waits[name])
	}
	for _, name := range slices.Sorted(maps.Keys(report.Missing)) {
		fmt.Printf("  %-14s missing: %s\n", name, report.Missing[name])
	}
	switch {
	case err != nil:
		fmt.Println(stage.Bad("Report: %v.", err))
	case failure != nil:
		fmt.Println(stage.Bad("Report failed after %.1f s: %v.", took.Seconds(), failure))
	case len(report.Waits)+len(report.Missing) != 6:
		fmt.Println(stage.Bad("Six rides were asked, and the report speaks of %d.", len(report.Waits)+len(report.Missing)))
	case took > timeout+timeout/2:
		fmt.Println(stage.Bad("A report after %.1f s; the rides had %.1f s to answer.", took.Seconds(), timeout.Seconds()))
	default:
		fmt.Println(stage.Good("%d waiting times, and %d missing, after %.1f s.", len(report.Waits), len(report.Missing), took.Seconds()))
	}
}

// serve answers every request with a report, until Ctrl-C.
func serve(args []string) {
	flags := flag.NewFlagSet("serve", flag.ExitOnError)
	addr := flags.String("addr", defaultAddr, "`address` to listen on")
	_ = flags.Parse(args) // it exits by itself
	if flags.NArg() > 0 {
		stage.Fail("serve takes no argument, got %q", flags.Arg(0))
	}
	unseen := func(string) func() { return func() {} }
	g := gateway.New(limiter.NewRequestLimiter(limit), timeout, rides(unseen)...)
	which, limits := whichLimiter()
	fmt.Println(which)
	welcome := "Listening on http://%s/. Ctrl-C ends it."
	if limits {
		welcome = fmt.Sprintf("Listening on http://%%s/, %d reports at a time. Ctrl-C ends it.", limit)
	}
	var gate drain.Gate
	report := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := gate.Do(func() { g.ServeHTTP(w, r) }); err != nil {
			w.Header().Set("Connection", "close")
			http.Error(w, "The park is closing.", http.StatusServiceUnavailable)
		}
	})
	// Not every path: a browser asks for /favicon.ico, too, and would get a slot.
	routes := http.NewServeMux()
	routes.Handle("GET /{$}", report)
	routes.Handle("GET /process", report) // where the crowd of chapter 01 asks
	stage.Server{
		Handler:   routes,
		Welcome:   welcome,
		Elsewhere: "  go tool learn run 03 serve -addr 127.0.0.1:8090",
		Drain:     gate.Drain,
	}.Run(*addr)
}

// whichLimiter says which limiter stands in front of the gateway: the one that
// the learner has written, or the one that exercise begins with, and whether it
// limits anything. It asks the limiter itself.
func whichLimiter() (says string, limits bool) {
	var third error
	err := stage.Within(patience, func() {
		l := limiter.NewRequestLimiter(2)
		_ = l.Execute(func() { _ = l.Execute(func() { third = l.Execute(func() {}) }) })
	})
	switch {
	case err != nil:
		return "The 3-limiter of chapter 01 does not work yet:\n" + err.Error() + ".", false
	case third == nil:
		return "The 3-limiter of chapter 01 lets everybody in, as its\nstart does.", false
	default:
		return "The 3-limiter of chapter 01 says no when it is full.", true
	}
}
