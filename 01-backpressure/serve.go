package main

import (
	"context"
	"expvar"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"runtime"
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
	var logger *slog.Logger
	if *logs {
		logger = slog.New(slog.NewTextHandler(os.Stdout, nil))
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
		Welcome:    fmt.Sprintf("Listening on http://%%s/process, %d requests at a time. Ctrl-C ends it.\nhttp://%%[1]s/ shows it at work, in a browser.", limit),
		OnShutdown: live.close,
		Log:        logger,
	}.Run(*addr)
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
