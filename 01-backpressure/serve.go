package main

import (
	"context"
	"flag"
	"fmt"
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
	_ = flags.Parse(args) // it exits by itself
	if flags.NArg() > 0 {
		stage.Fail("serve takes no argument, got %q", flags.Arg(0))
	}
	stage.Server{
		Handler: server.New(limiter.NewRequestLimiter(limit), make(machines, 5).work),
		Welcome: fmt.Sprintf("Listening on http://%%s/process, %d requests at a time. Ctrl-C ends it.", limit),
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
