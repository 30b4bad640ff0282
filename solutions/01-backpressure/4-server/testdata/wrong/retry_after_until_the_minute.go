// The client is asked to come back at the next full minute.
//
// The time until then is cut down to whole seconds. In the last second of each
// minute nothing is left of it, and the crowd is invited to come back at once.
//
// Fails: TestTheClientHearsWhenToComeBack
package server

import (
	"context"
	"io"
	"net/http"
	"strconv"
	"time"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		err := l.Execute(func() { work(r.Context()) })
		if err != nil {
			wait := time.Until(time.Now().Truncate(time.Minute).Add(time.Minute))
			w.Header().Set("Retry-After", strconv.Itoa(int(wait.Seconds())))
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
