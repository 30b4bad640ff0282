// The text is written before the status.
//
// The first Write sends a 200 if there was no status yet. The 429 behind it comes
// too late: net/http logs it as superfluous, and the client reads "Server is busy"
// under a 200.
//
// Fails: TestTheClientIsTurnedAwayWhenTheLimiterSaysNo TestTheClientHearsWhenToComeBack TestEveryRequestGetsOneStatus TestEveryBodyIsPlainTextOnTheWire TestAFullServerSaysNoAtOnce TestTwoRequestsAreNotMixedUp
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
	io.WriteString(w, text)
	w.WriteHeader(status)
}
