// No router: one switch over the path. Whether the work ran is told by a
// variable that the function itself sets, and Content-Type is left to net/http,
// which finds it out by looking at the text.
package server

import (
	"context"
	"fmt"
	"net/http"
)

type Limiter interface{ Execute(f func()) error }

type handler struct {
	limiter Limiter
	work    func(context.Context)
}

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	return &handler{limiter: l, work: work}
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/process", "/healthz":
	default:
		w.WriteHeader(http.StatusNotFound)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header()["Allow"] = []string{"HEAD", "GET"}
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	if r.URL.Path == "/healthz" {
		fmt.Fprintln(w, "ok")
		return
	}
	done := false
	_ = h.limiter.Execute(func() {
		h.work(r.Context())
		done = true
	})
	if !done {
		w.Header().Set("Retry-After", "30")
		w.WriteHeader(http.StatusTooManyRequests)
		fmt.Fprintln(w, "Server is busy, please try again later.")
		return
	}
	fmt.Fprintln(w, "Work completed")
}
