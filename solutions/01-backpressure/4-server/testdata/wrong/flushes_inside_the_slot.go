// The answer is sent off inside the slot.
//
// A short answer that is only written may fit into net/http's buffer. A Flush
// waits until the client has taken it: a client that stops reading keeps the slot
// for good.
//
// Fails: TestTheAnswerIsWrittenWhenTheSlotIsBack TestASlowReaderHoldsNoSlot TestASlowSenderHoldsNoSlot
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
		err := l.Execute(func() {
			work(r.Context())
			answer(w, http.StatusOK, "Work completed\n")
			_ = http.NewResponseController(w).Flush()
		})
		if err != nil {
			w.Header().Set("Retry-After", "1")
			answer(w, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
		}
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
