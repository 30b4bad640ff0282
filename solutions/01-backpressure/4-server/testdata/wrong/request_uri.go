// The whole request line is taken for the path.
//
// RequestURI holds the query too. /process?guest=11 is not found, and only clients
// who ask without a question mark are served.
//
// Fails: TestProcessAnswersWhenTheWorkIsDone TestAHealthCheckDoesNoWorkAndTakesNoSlot
package server

import (
	"context"
	"io"
	"net/http"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		process, health := r.RequestURI == "/process", r.RequestURI == "/healthz"
		if !process && !health {
			http.NotFound(w, r)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			answer(w, http.StatusMethodNotAllowed, "only GET\n")
			return
		}
		if health {
			answer(w, http.StatusOK, "ok\n")
			return
		}
		err := l.Execute(func() { work(r.Context()) })
		if err != nil {
			w.Header().Set("Retry-After", "1")
			answer(w, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
			return
		}
		answer(w, http.StatusOK, "Work completed\n")
	})
}

func answer(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	io.WriteString(w, text)
}
