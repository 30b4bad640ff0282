// The body is wrapped in a tag, for the eye.
//
// net/http looks at the first bytes of an answer that has no Content-Type, sees
// the tag and says text/html. Clients that compare the text find another one.
//
// Fails: TestProcessAnswersWhenTheWorkIsDone TestAHealthCheckDoesNoWorkAndTakesNoSlot TestTheClientIsTurnedAwayWhenTheLimiterSaysNo TestEveryBodyIsPlainTextOnTheWire TestAFullServerIsStillHealthy TestAPanicInTheWorkCostsOneAnswerAndNoSlot
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
	w.WriteHeader(status)
	io.WriteString(w, "<pre>"+text)
}
