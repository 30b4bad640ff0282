// HEAD gets no body from the handler itself, and the client's writer is wrapped
// by one that counts what was sent. The context is a hand-made child of the
// request's: it ends when that ends, with no deadline.
package server

import (
	"context"
	"net/http"
	"strings"
	"sync/atomic"
)

type Limiter interface{ Execute(f func()) error }

type server struct {
	Limiter
	work func(context.Context)
	sent atomic.Int64
}

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	s := &server{Limiter: l, work: work}
	inner := http.NewServeMux()
	inner.HandleFunc("/process", s.process)
	inner.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) { s.say(w, r, 200, "ok\n") })
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, pattern := inner.Handler(r); pattern != "" && r.Method != "GET" && r.Method != "HEAD" {
			w.Header().Set("Allow", "GET")
			http.Error(w, http.StatusText(405), 405)
			return
		}
		inner.ServeHTTP(counted{w, s}, r)
	})
}

func (s *server) process(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancelCause(context.WithoutCancel(r.Context()))
	defer cancel(nil)
	stop := context.AfterFunc(r.Context(), func() { cancel(r.Context().Err()) })
	defer stop()

	switch err := s.Execute(func() { s.work(ctx) }); {
	case err == nil:
		s.say(w, r, 200, "Work completed\n")
	default:
		w.Header().Set("Retry-After", "3600")
		s.say(w, r, 429, "Server is busy, please try again later.\n")
	}
}

func (s *server) say(w http.ResponseWriter, r *http.Request, status int, text string) {
	if r.Method == "HEAD" && status == 200 {
		return // net/http writes the 200
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	if r.Method != "HEAD" {
		strings.NewReader(text).WriteTo(w)
		_ = http.NewResponseController(w).Flush()
	}
}

type counted struct {
	http.ResponseWriter
	s *server
}

func (c counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }

func (c counted) Write(p []byte) (int, error) {
	c.s.sent.Add(int64(len(p)))
	return c.ResponseWriter.Write(p)
}
