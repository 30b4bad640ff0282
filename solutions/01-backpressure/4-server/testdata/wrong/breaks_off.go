// The client that is turned away hears nothing.
//
// The handler breaks the connection off. To the client that looks like a network
// that fails, and what it does about that is to try again, at once.
//
// Fails: TestTheClientIsTurnedAwayWhenTheLimiterSaysNo TestTheClientHearsWhenToComeBack TestEveryBodyIsPlainTextOnTheWire TestAFullServerSaysNoAtOnce TestTwoRequestsAreNotMixedUp
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
		if l.Execute(func() { work(r.Context()) }) != nil {
			panic(http.ErrAbortHandler)
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
