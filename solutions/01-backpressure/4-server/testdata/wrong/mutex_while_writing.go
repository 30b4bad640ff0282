// A mutex that guards a counter is held until the answer is written.
//
// "defer mu.Unlock()" is easily written and covers the rest of the handler. One
// client that does not read its answer keeps the mutex, and everybody else waits for
// a 200, or for a 429, behind it.
//
// Fails: TestASlowReaderHoldsUpNobody
package server

import (
	"context"
	"io"
	"net/http"
	"sync"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	var mu sync.Mutex
	served, refused := 0, 0
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		err := l.Execute(func() { work(r.Context()) })
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			refused++
			w.Header().Set("Retry-After", "1")
			answer(w, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
			return
		}
		served++
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
