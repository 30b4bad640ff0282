// Each client that is turned away gets the next second of the minute.
//
// Nobody comes back together that way. The remainder is 0 for the sixtieth, though,
// and for each sixtieth after it.
//
// Fails: TestTheClientHearsWhenToComeBack
package server

import (
	"context"
	"io"
	"net/http"
	"strconv"
	"sync/atomic"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	var refused atomic.Int64
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		err := l.Execute(func() { work(r.Context()) })
		if err != nil {
			w.Header().Set("Retry-After", strconv.FormatInt(refused.Add(1)%60, 10))
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
