// The limit is a middleware around a handler that knows nothing of it. What
// the handler writes inside the slot goes into a buffer, and from there to the
// client when the slot is back.
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
	process := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		work(r.Context())
		io.WriteString(w, "Work completed\n")
	})
	healthz := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "ok\n")
	})
	mux := http.NewServeMux()
	mux.Handle("/process", onlyGet(limited(l, process)))
	mux.Handle("/healthz", onlyGet(healthz))
	return plain(mux)
}

func plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain;charset=UTF-8")
		next.ServeHTTP(w, r)
	})
}

func onlyGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.Method {
		case http.MethodGet, http.MethodHead:
			next.ServeHTTP(w, r)
		default:
			w.Header().Set("Allow", "GET,HEAD")
			http.Error(w, "only GET", http.StatusMethodNotAllowed)
		}
	})
}

func limited(l Limiter, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b := buffer{header: w.Header().Clone(), status: http.StatusOK}
		if l.Execute(func() { next.ServeHTTP(&b, r) }) != nil {
			w.Header().Set("Retry-After", "2")
			http.Error(w, "Server is busy, please try again later.", http.StatusTooManyRequests)
			return
		}
		maps.Copy(w.Header(), b.header)
		w.WriteHeader(b.status)
		b.body.WriteTo(w)
	})
}

// A buffer is a ResponseWriter that keeps the answer for later.
type buffer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (b *buffer) Header() http.Header         { return b.header }
func (b *buffer) WriteHeader(status int)      { b.status = status }
func (b *buffer) Write(p []byte) (int, error) { return b.body.Write(p) }
