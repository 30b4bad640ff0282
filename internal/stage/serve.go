package stage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime"
	"syscall"
	"time"
)

// grace is how long the requests at work may take to finish after Ctrl-C.
const grace = 10 * time.Second

// A Server is a chapter's web server.
type Server struct {
	Handler http.Handler
	// Welcome is printed when it listens; %s in it is the address.
	Welcome string
	// Elsewhere is printed when another program listens on the address: lines
	// that choose another one, ready to be pasted.
	Elsewhere string
	// Drain, when set, is called after Ctrl-C and before the server closes: it
	// turns new requests away and returns when those at work have finished, or
	// ctx has ended.
	Drain func(ctx context.Context) error
	// OnShutdown, when set, is called when the server begins to close: it ends
	// answers that have no end of their own, such as a stream of events.
	OnShutdown func()
	// Log makes it write a line for each request, to standard output.
	Log bool
}

// Bounds on one request. What a client sends, and how fast, is not in our hands.
const (
	maximalHeader = 16 << 10 // bytes
	maximalBody   = 64 << 10
)

// Run listens on addr and serves until Ctrl-C; then the requests that are being
// answered may finish. When it can't listen it ends the program with a
// sentence.
func (s Server) Run(addr string) {
	listener, err := net.Listen("tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		Fail("%s is taken: another program listens there, an earlier serve perhaps.\nStop it, or choose another port:\n%s", addr, s.Elsewhere)
	case err != nil:
		Fail("can't listen on %s: %v", addr, err)
	}
	ctx, release := leaving()
	defer release()
	handler := http.MaxBytesHandler(s.Handler, maximalBody)
	handler = guarded(http.NewCrossOriginProtection().Handler(handler))
	lines := newLossyLog(os.Stdout)
	if s.Log {
		handler = logged(slog.New(slog.NewTextHandler(lines, nil)), handler)
	}
	server := &http.Server{
		Handler: handler,
		// A client that is slow to ask or slow to read holds nothing for ever.
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    maximalHeader,
		ErrorLog:          log.New(firstLine{lines}, "", 0),
	}
	if s.OnShutdown != nil {
		server.RegisterOnShutdown(s.OnShutdown)
	}
	before := runtime.NumGoroutine()
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	fmt.Printf(s.Welcome+"\n", listener.Addr())

	select {
	case err := <-ended:
		Fail("the server stopped: %v", err)
	case <-ctx.Done():
	}
	fmt.Println("\nClosing: no new requests; those at work may finish.")
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	err = errors.Join(s.drain(ctx), server.Shutdown(ctx))
	lines.flush(time.Second)
	if err != nil {
		Fail("some requests were still at work after %.0f seconds, and were cut off", grace.Seconds())
	}
	// Connections that have been closed, and calls that have been given up, end
	// in a moment; who is still there after a second has been left behind.
	left := runtime.NumGoroutine() - before
	for deadline := time.Now().Add(time.Second); left > 0 && time.Now().Before(deadline); left = runtime.NumGoroutine() - before {
		time.Sleep(10 * time.Millisecond)
	}
	if left > 0 {
		fmt.Printf("Closed. Left behind: %d goroutine(s) that were not there before the first request.\n", left)
		return
	}
	fmt.Println("Closed, and no goroutine was left behind.")
}

// drain calls Drain, and does not wait for one that pays no attention to ctx.
func (s Server) drain(ctx context.Context) error {
	if s.Drain == nil {
		return nil
	}
	var drained error // not a result: one that comes too late may still write it
	if late := Within(grace+time.Second, func() { drained = s.Drain(ctx) }); late != nil {
		return late
	}
	return drained
}

// firstLine passes on the first line of each message. The log of a handler
// that panicked goes on with its stack.
type firstLine struct{ w io.Writer }

func (f firstLine) Write(message []byte) (int, error) {
	line, _, _ := bytes.Cut(message, []byte("\n"))
	_, err := fmt.Fprintf(f.w, "%s\n", line)
	return len(message), err
}

// Fail ends the program with a sentence.
func Fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(1)
}
