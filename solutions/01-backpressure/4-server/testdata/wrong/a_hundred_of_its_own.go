// A second limit of the server's own stands behind the first.
//
// It was put there to be safe, with room for a hundred. When the operator gives
// the limiter a thousand slots, nine hundred stay empty, and nobody finds out why.
//
// Fails: TestAFullServerSaysNoAtOnce
package server

import (
	"context"
	"io"
	"net/http"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	own := make(chan struct{}, 100)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		err := l.Execute(func() {
			own <- struct{}{}
			defer func() { <-own }()
			work(r.Context())
		})
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
