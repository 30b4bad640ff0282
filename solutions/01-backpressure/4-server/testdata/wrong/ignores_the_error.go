// The limiter's error is thrown away.
//
// No work is done for the client that is turned away, and it hears "Work
// completed". The one thing that Execute has to say is its error.
//
// Fails: TestTheClientIsTurnedAwayWhenTheLimiterSaysNo TestTheClientHearsWhenToComeBack TestAFullServerSaysNoAtOnce TestTwoRequestsAreNotMixedUp
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
		_ = l.Execute(func() { work(r.Context()) })
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
