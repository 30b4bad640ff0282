// Every answer to /process is composed first, work included, and sent only when the
// slot is back. A client that has gone by then gets none of it.
package server

import (
	"bytes"
	"context"
	"io"
	"maps"
	"net/http"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		p := page{header: http.Header{}}
		err := l.Execute(func() {
			work(r.Context())
			answer(&p, http.StatusOK, "Work completed\n")
		})
		if err != nil {
			p.header.Set("Retry-After", "5")
			answer(&p, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
		}
		if r.Context().Err() != nil {
			panic(http.ErrAbortHandler)
		}
		p.sendTo(w)
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

// A page is an answer that nobody has seen yet.
type page struct {
	header http.Header
	status int
	bytes.Buffer
}

func (p *page) Header() http.Header    { return p.header }
func (p *page) WriteHeader(status int) { p.status = status }

func (p *page) sendTo(w http.ResponseWriter) {
	maps.Copy(w.Header(), p.header)
	w.WriteHeader(p.status)
	p.WriteTo(w)
}
