package main

import (
	"context"
	"expvar"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
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
	logs := flags.Bool("log", false, "write a line for each request, to standard output")
	_ = flags.Parse(args) // it exits by itself
	if flags.NArg() > 0 {
		stage.Fail("serve takes no argument, got %q", flags.Arg(0))
	}
	var logger *slog.Logger
	if *logs {
		logger = slog.New(slog.NewTextHandler(os.Stdout, nil))
	}
	gate := &gate{limiter: limiter.NewRequestLimiter(limit)}
	meter := new(meter)
	live := newLive(gate, meter)
	expvar.Publish("limiter", expvar.Func(func() any { return live.news() }))

	routes := http.NewServeMux()
	routes.Handle("GET /debug/vars", expvar.Handler())
	live.routes(routes)
	park := server.New(gate, meter.during(make(machines, 5).work))
	routes.Handle("/process", meter.around(park))
	routes.Handle("/", park)
	stage.Server{
		Handler:    routes,
		Welcome:    fmt.Sprintf("Listening on http://%%s/process, %d requests at a time. Ctrl-C ends it.\nhttp://%%[1]s/ shows it at work, in a browser.", limit),
		OnShutdown: live.close,
		Log:        logger,
	}.Run(*addr)
}

// machines is the scarce resource behind the server. Each request needs one of
// them for two seconds; sleeping alone would need nothing that can run out, and
// a server that runs out of nothing needs no limit.
type machines chan struct{}

func (m machines) work(ctx context.Context) {
	select {
	case m <- struct{}{}:
		defer func() { <-m }()
	case <-ctx.Done():
		return // the client has gone, and its work with it
	}
	select {
	case <-time.After(2 * time.Second):
	case <-ctx.Done():
	}
}
