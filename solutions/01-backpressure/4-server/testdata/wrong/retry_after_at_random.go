// How long to stay away is drawn at random, from 0 on.
//
// A crowd that is told different times does not come back together, which is a good
// idea. rand.IntN(60) begins at 0, and one client in sixty is invited to come back
// at once.
//
// Fails: TestTheClientHearsWhenToComeBack
package server

import (
	"context"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		err := l.Execute(func() { work(r.Context()) })
		if err != nil {
			w.Header().Set("Retry-After", strconv.Itoa(rand.IntN(60)))
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
