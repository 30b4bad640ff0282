// Retry-After is set after the status.
//
// WriteHeader sends the headers off. What is put into the map later never leaves
// the server, and nothing complains.
//
// Fails: TestTheClientHearsWhenToComeBack TestHeadersComeBeforeTheStatus
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
		err := l.Execute(func() { work(r.Context()) })
		if err != nil {
			answer(w, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
			w.Header().Set("Retry-After", "1")
			return
		}
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
