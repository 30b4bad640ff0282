// A panic with http.ErrAbortHandler is recovered, and nothing is written.
//
// The work wanted the connection to break off, and to net/http a handler that
// returns has answered: it sends an empty 200. What is recovered and not answered
// has to be passed on, this value above all.
//
// Fails: TestAPanicInTheWorkCostsOneAnswerAndNoSlot
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
		defer func() {
			switch recover() {
			case nil, http.ErrAbortHandler:
			default:
				answer(w, http.StatusInternalServerError, "the work failed\n")
			}
		}()
		err := l.Execute(func() { work(r.Context()) })
		if err != nil {
			w.Header().Set("Retry-After", "1")
			answer(w, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
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
