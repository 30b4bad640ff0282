package stage

import (
	"cmp"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"
)

// guarded keeps pages of other sites from using a server that listens on this
// machine only: every browser on it can reach the server, whatever page it
// shows.
//
//   - A page may call the server by a name of its own that leads here ("DNS
//     rebinding"), and would then be taken for the server's own. So a Host has
//     to be an IP address or localhost.
//   - It may show a picture, or a frame, whose address is the server's. A browser
//     says of such a request where it comes from. Following a link is fine.
func guarded(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !plainHost(r.Host) {
			http.Error(w, "This server is called by its IP address or as localhost.", http.StatusMisdirectedRequest)
			return
		}
		if !ownPage(r.Header) && !followedLink(r.Header) {
			http.Error(w, "Only this server's own page may ask for this.", http.StatusForbidden)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// ownPage reports whether the server's own page asks, or no page at all. What
// another port of this machine serves is another's page ("same-site").
func ownPage(h http.Header) bool {
	switch h.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return true
	}
	return false
}

func followedLink(h http.Header) bool {
	return h.Get("Sec-Fetch-Mode") == "navigate" && h.Get("Sec-Fetch-Dest") == "document"
}

// plainHost reports whether a Host header names an IP address or localhost.
func plainHost(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.EqualFold(host, "localhost") || net.ParseIP(host) != nil
}

// logged writes a line for each request when it is over.
func logged(to *slog.Logger, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		status := &StatusWriter{ResponseWriter: w}
		defer func() {
			to.Info("request", "method", r.Method, "path", r.URL.Path, "from", r.RemoteAddr,
				"status", status.Status(), "took", time.Since(began).Round(time.Millisecond))
		}()
		h.ServeHTTP(status, r)
	})
}

// A StatusWriter remembers the status of an answer.
type StatusWriter struct {
	http.ResponseWriter
	code int
}

// Status returns the status of the answer: 200 when the handler has named none.
func (w *StatusWriter) Status() int { return cmp.Or(w.code, http.StatusOK) }

// WriteHeader is the ResponseWriter's.
func (w *StatusWriter) WriteHeader(code int) {
	if w.code == 0 && code >= 200 { // others are followed by the one that counts
		w.code = code
	}
	w.ResponseWriter.WriteHeader(code)
}

// Unwrap lets [http.ResponseController] reach the connection.
func (w *StatusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
