// The slot comes back when the client goes away, not when the work ends.
//
// The work runs in a goroutine, and the slot waits for it or for the client,
// whichever is first. Work that does not look at its context goes on without a
// slot, and impatient clients can pile up as much of it as they like.
//
// Fails: TestTheSlotIsHeldUntilTheWorkIsOver
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
		ctx := r.Context()
		panicked := make(chan any, 1)
		err := l.Execute(func() {
			go func() {
				defer func() { panicked <- recover() }()
				work(ctx)
			}()
			select {
			case p := <-panicked:
				if p != nil {
					panic(p)
				}
			case <-ctx.Done():
			}
		})
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
