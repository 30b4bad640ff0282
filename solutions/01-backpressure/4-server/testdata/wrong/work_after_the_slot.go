// The slot is given back before the work begins.
//
// Execute is used as a question: "is a slot free?" When it has answered, the
// slot is free again, and the answer is out of date. Everybody hears yes, one
// after the other. The work belongs inside.
//
// Fails: TestTheWorkRunsInsideASlot TestAFullServerSaysNoAtOnce
package server

import (
	"context"
	"io"
	"net/http"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		err := l.Execute(func() {})
		if err != nil {
			w.Header().Set("Retry-After", "1")
			answer(w, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
			return
		}
		work(r.Context())
		answer(w, http.StatusOK, "Work completed\n")
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		answer(w, http.StatusOK, "ok\n")
	})
	return mux
}

func answer(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	io.WriteString(w, text)
}
