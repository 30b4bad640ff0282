// A TimeoutHandler stands inside the slot.
//
// When the time is up it returns, and Execute gives the slot back. The work knows
// nothing of it and goes on, and the next request works beside it: more work at
// once than there are slots.
//
// Fails: TestTheWorkHasAllTheTimeItNeeds TestTheSlotIsHeldUntilTheWorkIsOver
package server

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"time"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		inside := http.TimeoutHandler(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
			work(r.Context())
		}), 30*time.Second, "")
		err := l.Execute(func() { inside.ServeHTTP(httptest.NewRecorder(), r) })
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
