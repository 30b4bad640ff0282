// The handlers keep books behind a mutex, which is free while anybody works or
// writes, and the answer is written by a deferred function. A panic passes it
// by: the books are in order, and the connection breaks off.
package server

import (
	"context"
	"fmt"
	"net/http"
	"sync"
)

type Limiter interface{ Execute(f func()) error }

type books struct {
	mu              sync.Mutex
	served, refused int
}

func (b *books) count(n *int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	*n++
}

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	var b books
	root := http.NewServeMux()
	root.HandleFunc("GET /{page}", func(w http.ResponseWriter, r *http.Request) {
		switch page := r.PathValue("page"); page {
		case "healthz":
			fmt.Fprintf(w, "%s\n", "ok")
		case "process":
			status, text := 0, ""
			defer func() {
				switch status {
				case http.StatusOK:
					b.count(&b.served)
				case http.StatusTooManyRequests:
					b.count(&b.refused)
					w.Header().Set("Retry-After", "1")
				default:
					return // the work panicked, and the panic goes on
				}
				w.WriteHeader(status)
				fmt.Fprint(w, text)
			}()
			if err := l.Execute(func() { work(r.Context()) }); err != nil {
				status, text = http.StatusTooManyRequests, "Server is busy, please try again later.\n"
				return
			}
			status, text = http.StatusOK, "Work completed\n"
		default:
			http.NotFound(w, r)
		}
	})
	root.HandleFunc("/{page}", func(w http.ResponseWriter, r *http.Request) {
		if page := r.PathValue("page"); page != "process" && page != "healthz" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "try GET", http.StatusMethodNotAllowed)
	})
	return root
}
