// The limiter stands in front of all routes.
//
// Pages that do not exist, methods that are not allowed and the health check all
// need a slot now, and a full server says "busy" where it should say 404, 405 or
// "ok".
//
// Fails: TestAnotherMethodGets405 TestAnotherPathGets404 TestAHealthCheckDoesNoWorkAndTakesNoSlot TestAFullServerIsStillHealthy
package server

import (
	"context"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
)

type Limiter interface{ Execute(f func()) error }

func New(l Limiter, work func(ctx context.Context)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		work(r.Context())
		answer(w, http.StatusOK, "Work completed\n")
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		answer(w, http.StatusOK, "ok\n")
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b := httptest.NewRecorder()
		if l.Execute(func() { mux.ServeHTTP(b, r) }) != nil {
			w.Header().Set("Retry-After", "1")
			answer(w, http.StatusTooManyRequests, "Server is busy, please try again later.\n")
			return
		}
		maps.Copy(w.Header(), b.Header())
		w.WriteHeader(b.Code)
		b.Body.WriteTo(w)
	})
}

func answer(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	io.WriteString(w, text)
}
