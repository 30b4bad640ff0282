// The handler waits until a slot is free.
//
// It asks again every ten milliseconds. Nobody is turned away, and everybody
// stands in a line without end, each with a goroutine and an open connection:
// that is the server without a limit, only harder to see.
//
// Fails: TestTheClientIsTurnedAwayWhenTheLimiterSaysNo TestTheClientHearsWhenToComeBack TestAFullServerSaysNoAtOnce TestTwoRequestsAreNotMixedUp
package server

import (
	"context"
	"io"
	"net/http"
	"time"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		for l.Execute(func() { work(r.Context()) }) != nil {
			time.Sleep(10 * time.Millisecond)
			if r.Context().Err() != nil {
				w.Header().Set("Retry-After", "1")
				answer(w, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
				return
			}
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
