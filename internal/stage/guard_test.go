package stage

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOnlyThisMachinesOwnPagesGetThrough(t *testing.T) {
	h := guarded(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {}))
	for _, c := range []struct {
		host, site, mode, dest string
		code                   int
	}{
		{host: "127.0.0.1:8080", code: 200},
		{host: "localhost", code: 200},
		{host: "LocalHost:8080", code: 200},
		{host: "[::1]:8080", code: 200},
		{host: "192.168.7.9:8080", code: 200},
		{host: "evil.example", code: 421},
		{host: "evil.example:8080", code: 421},
		{host: "127.0.0.1.evil.example", code: 421},
		{host: "", code: 421},
		{host: "127.0.0.1", site: "same-origin", mode: "cors", dest: "empty", code: 200},
		{host: "127.0.0.1", site: "none", mode: "navigate", dest: "document", code: 200},
		{host: "127.0.0.1", site: "cross-site", mode: "navigate", dest: "document", code: 200}, // a link
		{host: "127.0.0.1", site: "cross-site", mode: "navigate", dest: "iframe", code: 403},
		{host: "127.0.0.1", site: "cross-site", mode: "no-cors", dest: "image", code: 403},
		{host: "127.0.0.1", site: "cross-site", mode: "cors", dest: "empty", code: 403},
		{host: "localhost:8080", site: "same-site", mode: "no-cors", dest: "image", code: 403}, // of localhost:3000
	} {
		r := httptest.NewRequest(http.MethodGet, "/process", nil)
		r.Host = c.host
		r.Header.Set("Sec-Fetch-Site", c.site)
		r.Header.Set("Sec-Fetch-Mode", c.mode)
		r.Header.Set("Sec-Fetch-Dest", c.dest)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		assert.Equal(t, c.code, w.Code, "%+v", c)
	}
}

func TestALogHasALineForEachRequest(t *testing.T) {
	var text bytes.Buffer
	h := logged(slog.New(slog.NewTextHandler(&text, nil)), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusTooManyRequests)
	}))
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/process?who=me", nil))
	assert.Contains(t, text.String(), "path=/process ")
	assert.Contains(t, text.String(), "status=429")
}
