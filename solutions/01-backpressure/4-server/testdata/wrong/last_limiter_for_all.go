// The limiter is kept in a variable of the package.
//
// The second server puts its own there, and from then on the first server fills
// the second one's slots. What belongs to one server stands in New, not outside.
//
// Fails: TestTwoServersShareNothing
package server

import (
	"context"
	"io"
	"net/http"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	limiter = l
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		err := limiter.Execute(func() { work(r.Context()) })
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

var limiter Limiter
