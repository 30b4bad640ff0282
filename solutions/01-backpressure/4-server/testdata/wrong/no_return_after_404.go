// A page that does not exist has two answers, when it is not asked for with GET.
//
// The 404 is written, and the handler goes on to look at the method. A client
// reads both texts in one body.
//
// Fails: TestEveryRequestGetsOneStatus TestHeadersComeBeforeTheStatus
package server

import (
	"context"
	"io"
	"net/http"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		known := r.URL.Path == "/process" || r.URL.Path == "/healthz"
		if !known {
			answer(w, http.StatusNotFound, "no such page\n")
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			answer(w, http.StatusMethodNotAllowed, "only GET\n")
			return
		}
		switch r.URL.Path {
		case "/healthz":
			answer(w, http.StatusOK, "ok\n")
		case "/process":
			if err := l.Execute(func() { work(r.Context()) }); err != nil {
				w.Header().Set("Retry-After", "1")
				answer(w, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
				return
			}
			answer(w, http.StatusOK, "Work completed\n")
		}
	})
}

func answer(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	io.WriteString(w, text)
}
