// The answer is a value, found out first and written by one line at the end. A
// panic in the work is such a value too: the client gets a 500.
package server

import (
	"context"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

type Limiter interface{ Execute(f func()) error }

type reply struct {
	status int
	text   string
	header map[string]string
}

func (a reply) writeTo(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(a.text)))
	for name, value := range a.header {
		w.Header().Set(name, value)
	}
	w.WriteHeader(a.status)
	w.Write([]byte(a.text))
}

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	routes := map[string]func(*http.Request) reply{
		"/process": func(r *http.Request) reply { return process(l, work, r) },
		"/healthz": func(*http.Request) reply { return reply{status: 200, text: "ok\n"} },
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		route, ok := routes[r.URL.Path]
		switch {
		case !ok:
			reply{status: 404, text: "no such page\n"}.writeTo(w)
		case r.Method != "GET" && r.Method != "HEAD":
			reply{status: 405, text: "no such method\n", header: map[string]string{"Allow": "GET, HEAD"}}.writeTo(w)
		default:
			route(r).writeTo(w)
		}
	})
}

type request struct{}

func process(l Limiter, work func(ctx context.Context), r *http.Request) (a reply) {
	defer func() {
		if p := recover(); p != nil {
			a = reply{status: 500, text: "the work failed\n"}
		}
	}()
	ctx := context.WithValue(r.Context(), request{}, time.Now())
	if err := l.Execute(func() { work(ctx) }); err != nil {
		// Some come back sooner, some later, so that they do not all come at once.
		wait := 1 + rand.IntN(5)
		return reply{status: 429, text: "Server is busy, please try again later.\n",
			header: map[string]string{"Retry-After": strconv.Itoa(wait)}}
	}
	return reply{status: 200, text: "Work completed\n"}
}
