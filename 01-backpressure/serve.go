package main

import (
	"context"
	"expvar"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"time"

	limiter "example.com/backpressure/01-backpressure/3-limiter"
	server "example.com/backpressure/01-backpressure/4-server"
	"example.com/backpressure/internal/stage"
)

const (
	defaultAddr = "127.0.0.1:8080" // loopback: nobody else on the network can call
	limit       = 5                // requests at work at once
)

// serve runs the park's web server until Ctrl-C, and lets the requests that
// are being answered finish.
func serve(args []string) {
	flags := flag.NewFlagSet("serve", flag.ExitOnError)
	addr := flags.String("addr", defaultAddr, "`address` to listen on")
	needs := flags.Duration("work", 2*time.Second, "how `long` a request needs its machine")
	logs := flags.Bool("log", false, "write a line for each request, to standard output")
	_ = flags.Parse(args) // it exits by itself
	if flags.NArg() > 0 {
		stage.Fail("serve takes no argument, got %q", flags.Arg(0))
	}
	if *needs <= 0 {
		stage.Fail("-work %v: work takes some time", *needs)
	}
	gate := &gate{limiter: limiter.NewRequestLimiter(limit)}
	meter := new(meter)
	live := newLive(gate, meter)
	expvar.Publish("limiter", expvar.Func(func() any { return live.news() }))
	expvar.Publish("goroutines", expvar.Func(func() any { return runtime.NumGoroutine() }))

	routes := http.NewServeMux()
	routes.Handle("GET /debug/vars", expvar.Handler())
	live.routes(routes)
	park := server.New(gate, meter.during(newMachines(5, *needs).work))
	routes.Handle("/process", meter.around(park))
	routes.Handle("/", park)
	stage.Server{
		Handler:    routes,
		Welcome:    welcome(),
		Elsewhere:  "  go tool learn run 01 serve -addr 127.0.0.1:8090\nand send the crowd there:\n  go tool learn run 01 crowd -addr 127.0.0.1:8090",
		OnShutdown: live.close,
		Log:        *logs,
	}.Run(*addr)
}

// welcome is what the server says when it listens; %s stands for the address. How
// many requests it works on at once it does not promise, but has tried out.
func welcome() string {
	const page = "\nhttp://%[1]s/ shows it at work, in a browser."
	n, why := atOnce()
	if why != "" {
		return "Listening on http://%s/process. Ctrl-C ends it." + page + "\n" + strings.ReplaceAll(why, "%", "%%")
	}
	return fmt.Sprintf("Listening on http://%%s/process, %d requests at a time. Ctrl-C ends it.", n) + page
}

// atOnce returns how many requests the learner's pieces let in at once, or why
// that has no answer yet. It asks them with calls one inside the other: each
// holds its slot until those inside it are over.
func atOnce() (n int, why string) {
	const moment = time.Second // for a piece that never answers
	admitted := func(call func(inside func())) int {
		n := 0
		var enter func()
		enter = func() {
			call(func() {
				if n++; n <= limit {
					enter()
				}
			})
		}
		enter()
		return n
	}
	err := stage.Within(moment, func() {
		l := limiter.NewRequestLimiter(limit)
		n = admitted(func(inside func()) { _ = l.Execute(inside) })
	})
	switch {
	case err != nil:
		return 0, "Your limiter (3-limiter) does not work yet: " + err.Error() + "."
	case n > limit:
		return 0, "Your limiter (3-limiter) says yes to everybody so far: there is no limit."
	}
	err = stage.Within(moment, func() {
		l := limiter.NewRequestLimiter(limit)
		n = admitted(func(inside func()) {
			park := server.New(l, func(context.Context) { inside() })
			park.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/process", nil))
		})
	})
	switch {
	case err != nil:
		return 0, "Your server (4-server) does not work yet: " + err.Error() + "."
	case n > limit:
		return 0, "Your server (4-server) asks no limiter so far: there is no limit."
	}
	return n, ""
}

// machines are the scarce resource behind the server. Each request needs one of
// them for a while; sleeping alone would need nothing that can run out, and a
// server that runs out of nothing needs no limit.
type machines struct {
	busy  chan struct{}
	needs time.Duration // how long a request needs its machine
}

func newMachines(n int, needs time.Duration) machines {
	return machines{busy: make(chan struct{}, n), needs: needs}
}

func (m machines) work(ctx context.Context) {
	select {
	case m.busy <- struct{}{}:
		defer func() { <-m.busy }()
	case <-ctx.Done():
		return // the client has gone, and its work with it
	}
	select {
	case <-time.After(m.needs):
	case <-ctx.Done():
	}
}
