// Package server is the park's web server. Some of its work is heavy, so that
// only a few requests can be worked on at a time, and a Limiter counts them.
//
// The server below has a limiter and never asks it: it works on every request
// at once, however many there are. Its health check does the heavy work too.
// Make it say no while it is busy, and healthy all the same.
package server

import (
	"context"
	"io"
	"net/http"
)

// A Limiter has a number of slots. The limiter of the last exercise is one.
type Limiter interface {
	// Execute takes a slot, calls f once and returns nil after it. The slot
	// is back when Execute returns, and also when f panics. When no slot is
	// free it returns an error at once and does not call f.
	Execute(f func()) error
}

// New returns the handler of a server that works inside the slots of l. It
// may be called by many goroutines at the same time. Two servers share nothing
// but what they were given.
//
// GET /process asks the limiter, once, for a slot to do the work in. Whether it
// also does for a client that has gone before that is yours to decide, and so is
// what it answers to a client that has gone: nobody reads it. A panic with
// http.ErrAbortHandler will do, too.
//
//   - When it gets one, it calls work once, inside Execute, and then answers
//     200 with "Work completed\n". The limiter alone decides how many requests
//     are worked on at the same time.
//   - When Execute returns an error, whatever error that is, it answers 429 at
//     once, with "Server is busy, please try again later.\n" and a Retry-After
//     header: the number of seconds after which the client may come back, a
//     whole number, at least 1, each time. It does not call work.
//   - The slot is held for as long as work runs, also when the client has gone
//     away meanwhile, and no longer: nothing of the request's body is read while
//     it is held, and nothing of the answer, neither the status nor the body nor
//     a flush, is written before Execute has returned. So a client that sends or
//     reads slowly holds no slot. Nor does it hold up anybody else: while one
//     answer is being written, every other request gets its own.
//   - work gets the request's context or one derived from it. It carries the
//     request's values and ends, at once, when the request's context ends. It
//     has no deadline that the request's does not have, and however long work
//     takes, it does not end for any other reason before work does.
//   - When work panics, with whatever value, its slot is free again, the client
//     gets a 500 or finds that the connection breaks off, and the server goes on
//     serving. (The Limiter and net/http see to most of that, unless they are
//     hindered.)
//
// GET /healthz answers 200 with "ok\n" at once, also when every slot is taken,
// and when work has panicked. It asks for no slot and does no work.
//
// HEAD gets what GET gets, work included; net/http leaves out the body. Any
// other method on these two paths, and "get" is another, gets 405 with an Allow
// header that names GET. Any other path gets 404, with every method. Neither
// calls work, and both come also when every slot is taken. A query, as in
// /healthz?of=coaster, changes nothing. Whether a path that is not clean, such
// as //process or /process/, counts as /process is yours to decide.
//
// Every body is plain text: a client finds "text/plain; charset=utf-8" as its
// Content-Type, those of 404, 405 and 500 included. Every request gets exactly
// one status, and headers are set before the status is written.
func New(l Limiter, work func(ctx context.Context)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /process", func(w http.ResponseWriter, r *http.Request) {
		work(r.Context())
		answer(w, http.StatusOK, "Work completed\n")
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		work(r.Context()) // a server that can still work is healthy
		answer(w, http.StatusOK, "ok\n")
	})
	return mux
}

// answer writes a whole answer: the status, then text as plain text. Further
// headers have to be set before.
func answer(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	io.WriteString(w, text)
}
