// The slot lives in a goroutine of its own, so that the handler can go home
// with its client while the work keeps its slot to the end. A panic in the work
// is carried over to the handler.
package server

import (
	"context"
	"net/http"
)

type Limiter interface{ Execute(f func()) error }

type outcome struct {
	refused  error
	panicked any
}

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("ok\n"))
	})
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithCancel(r.Context())
		defer cancel()
		outcomes := make(chan outcome, 1)
		go func() {
			var o outcome
			defer func() {
				o.panicked = recover()
				outcomes <- o
			}()
			o.refused = l.Execute(func() { work(ctx) })
		}()
		select {
		case o := <-outcomes:
			if o.panicked != nil {
				panic(o.panicked)
			}
			if o.refused != nil {
				w.Header().Add("Retry-After", "1")
				http.Error(w, "Server is busy, please try again later.", http.StatusTooManyRequests)
				return
			}
			w.Write([]byte("Work completed\n"))
		case <-ctx.Done():
			// Nobody is there to read an answer.
		}
	})
	return mux
}
