// The limiter is never asked.
//
// The routes are right, the health check is light, and New is handed a limiter
// that nobody uses. However many requests come, all of them are worked on at
// once, and all of them get slower together.
//
// Fails: TestTheWorkRunsInsideASlot TestTheClientIsTurnedAwayWhenTheLimiterSaysNo TestTheClientHearsWhenToComeBack TestAFullServerSaysNoAtOnce
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
