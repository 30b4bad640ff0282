// The handler does not wait for the limiter.
//
// Execute runs in a goroutine, and its error is lost with it. Every client hears
// "Work completed" before the work has begun.
//
// Fails: TestProcessAnswersWhenTheWorkIsDone TestTheWorkRunsInsideASlot TestTheClientIsTurnedAwayWhenTheLimiterSaysNo TestTheClientHearsWhenToComeBack TestTheAnswerIsWrittenWhenTheSlotIsBack TestTheWorkHasAllTheTimeItNeeds TestAFullServerSaysNoAtOnce TestTwoRequestsAreNotMixedUp TestAPanicInTheWorkCostsOneAnswerAndNoSlot
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
		go l.Execute(func() { work(r.Context()) })
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
