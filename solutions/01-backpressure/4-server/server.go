// Package server is the park's web server. Some of its work is heavy, so that
// only a few requests can be worked on at a time, and a Limiter counts them.
package server

import (
	"context"
	"io"
	"net/http"
)

// A Limiter has a number of slots.
type Limiter interface {
	// Execute takes a slot, calls f once and returns nil after it. The slot
	// is back when Execute returns, and also when f panics. When no slot is
	// free it returns an error at once and does not call f.
	Execute(f func()) error
}

// New returns the handler of a server that works inside the slots of l.
//
// GET /process calls work in a slot and answers 200; without a slot it answers
// 429 at once, and says when to come back. GET /healthz answers 200, full or
// not. All else gets 405 or 404. Every body is plain text.
func New(l Limiter, work func(ctx context.Context)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		// Only the work is inside. The answer is written when the slot is
		// free again: how fast the client reads is not in our hands.
		err := l.Execute(func() { work(r.Context()) })
		if err != nil {
			w.Header().Set("Retry-After", "1")
			answer(w, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
			return
		}
		answer(w, http.StatusOK, "Work completed\n")
	})
	// A busy server is a healthy one. If it told the operator otherwise when
	// it is full, it would be restarted at the very moment it is needed.
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		answer(w, http.StatusOK, "ok\n")
	})
	return mux
}

// answer writes a whole answer: the status, then text as plain text. Further
// headers have to be set before.
func answer(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	io.WriteString(w, text)
}
