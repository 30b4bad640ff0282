// The refusal ends with an empty line.
//
// http.Error adds a line end to its text, like Println. Given a text that has one,
// it writes two, and a client that compares the body finds another one.
//
// Fails: TestTheClientIsTurnedAwayWhenTheLimiterSaysNo TestEveryBodyIsPlainTextOnTheWire
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
			w.Header().Set("Retry-After", "1")
			http.Error(w, "Server is busy, please try again later.\n", http.StatusTooManyRequests)
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
