package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	limiter "example.com/backpressure/01-backpressure/3-limiter"
	server "example.com/backpressure/01-backpressure/4-server"
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
		fail("serve takes no argument, got %q", flags.Arg(0))
	}

	listener, err := net.Listen("tcp", *addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		fail("%s is taken: another program listens there, an earlier serve perhaps.\nStop it, or choose another port: serve -addr 127.0.0.1:8090", *addr)
	case err != nil:
		fail("can't listen on %s: %v", *addr, err)
	}

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &http.Server{
		Handler: server.New(limiter.NewRequestLimiter(limit), make(machines, 5).work),
		// A client that is slow to ask or slow to read holds nothing for ever.
		ReadHeaderTimeout: 5 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       time.Minute,
		ErrorLog:          log.New(firstLine{os.Stdout}, "", 0),
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(listener) }()
	fmt.Printf("Listening on http://%s/process, %d requests at a time. Ctrl-C ends it.\n", listener.Addr(), limit)

	select {
	case err := <-ended:
		fail("the server stopped: %v", err)
	case <-ctx.Done():
	}
	stop() // a second Ctrl-C ends the program at once
	fmt.Println("\nClosing: no new requests; those at work may finish.")
	grace, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := s.Shutdown(grace); err != nil {
		fail("some requests were still at work after 10 seconds, and were cut off")
	}
	fmt.Println("Closed.")
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

// firstLine passes on the first line of each message. The log of a handler
// that panicked goes on with its stack.
type firstLine struct{ w io.Writer }

func (f firstLine) Write(message []byte) (int, error) {
	line, _, _ := bytes.Cut(message, []byte("\n"))
	_, err := fmt.Fprintf(f.w, "%s\n", line)
	return len(message), err
}

// fail ends the program with a sentence.
func fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(1)
}
