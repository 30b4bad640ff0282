// A table has a handler for each path and method, and what is not in it gets 404 or
// 405. A body goes out byte by byte, each flushed, when the slot is long back.
package server

import (
	"context"
	"net/http"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	process, health := process{l, work}, page{http.StatusOK, "ok\n"}
	return table{
		"/process": {"GET": process, "HEAD": process},
		"/healthz": {"GET": health, "HEAD": health},
	}
}

type table map[string]map[string]http.Handler

func (t table) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	methods := t[r.URL.Path]
	if methods == nil {
		page{http.StatusNotFound, "nothing here\n"}.ServeHTTP(w, r)
		return
	}
	h := methods[r.Method]
	if h == nil {
		for method := range methods {
			w.Header().Add("Allow", method)
		}
		h = page{http.StatusMethodNotAllowed, "not like that\n"}
	}
	h.ServeHTTP(w, r)
}

type page struct {
	status int
	text   string
}

func (p page) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(p.status)
	for i := range p.text {
		w.Write([]byte(p.text[i : i+1]))
		_ = http.NewResponseController(w).Flush()
	}
}

type process struct {
	Limiter
	work func(context.Context)
}

func (p process) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if p.Execute(func() { p.work(r.Context()) }) != nil {
		w.Header().Set("Retry-After", "01")
		page{http.StatusTooManyRequests, "Server is busy, please try again later.\n"}.ServeHTTP(w, r)
		return
	}
	page{http.StatusOK, "Work completed\n"}.ServeHTTP(w, r)
}
