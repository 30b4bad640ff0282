package main

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The page is one file: it needs no build step and no other host.
//
//go:embed live.html
var livePage string

const (
	heartbeat    = 100 * time.Millisecond // at most so often a page hears news
	longSilence  = 5 * time.Second        // then a word shows whether it is still there
	mostAtOnce   = 100                    // requests that one press of a button sends
	mostUnderWay = 200                    // requests of all buttons under way
	mostPages    = 100                    // that watch at the same time
	mostASecond  = 50                     // requests of the steady stream
)

// A live shows the server while it works, and sends it requests when somebody
// presses a button.
type live struct {
	gate  *gate
	meter *meter

	closing  chan struct{}
	underWay chan struct{} // a semaphore: the buttons have a limit, too
	client   *http.Client

	mu       sync.Mutex
	watchers int
	stream   context.CancelFunc // ends the steady stream, nil when there is none
	rate     int
}

func newLive(g *gate, m *meter) *live {
	return &live{
		gate: g, meter: m,
		closing:  make(chan struct{}),
		underWay: make(chan struct{}, mostUnderWay),
		client:   &http.Client{Timeout: time.Minute, Transport: &http.Transport{MaxIdleConnsPerHost: mostUnderWay, IdleConnTimeout: 10 * time.Second}},
	}
}

// routes adds the page and what its buttons do.
func (l *live) routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /{$}", l.page)
	mux.HandleFunc("GET /live/events", l.events)
	mux.HandleFunc("POST /live/send", l.send)
	mux.HandleFunc("POST /live/stream", l.steady)
	mux.HandleFunc("POST /live/limiter", l.limiter)
}

// close ends the pages' streams of events: the server can't shut down before.
func (l *live) close() {
	close(l.closing)
	l.setStream(nil, 0)
	l.client.CloseIdleConnections()
}

// pagePolicy lets the page run its own script, and nothing else.
var pagePolicy = func() string {
	_, script, _ := strings.Cut(livePage, "<script>")
	script, _, _ = strings.Cut(script, "</script>")
	sum := sha256.Sum256([]byte(script))
	return "default-src 'none'; connect-src 'self'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'"
}()

func (l *live) page(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", pagePolicy)
	w.Header().Set("Cache-Control", "no-store")
	io.WriteString(w, livePage)
}

// news is what a page is told. Times are in milliseconds.
type news struct {
	Limit   int   `json:"limit"`
	On      bool  `json:"on"`
	Taken   int64 `json:"taken"`
	Working int64 `json:"working"`
	Arrived int64 `json:"arrived"`
	Served  int64 `json:"served"`
	Refused int64 `json:"refused"`
	Failed  int64 `json:"failed"`
	Rate    int   `json:"rate"`
	P50     int64 `json:"p50"`
	P95     int64 `json:"p95"`
	P99     int64 `json:"p99"`
}

func (l *live) news() news {
	m := l.meter
	n := news{
		Limit: limit, On: !l.gate.off.Load(), Taken: l.gate.taken.Load(), Working: m.working.Load(),
		Arrived: m.arrived.Load(), Served: m.served.Load(), Refused: m.refused.Load(), Failed: m.failed.Load(),
	}
	if p := m.percentiles(0.5, 0.95, 0.99); p != nil {
		n.P50, n.P95, n.P99 = p[0].Milliseconds(), p[1].Milliseconds(), p[2].Milliseconds()
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	n.Rate = l.rate
	return n
}

// events sends the news whenever they have changed, as server-sent events:
// everything that happens between two heartbeats is one piece of news. Where there
// is none for long, a comment is sent: a page that is gone is noticed by writing.
func (l *live) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	if !l.watch() {
		http.Error(w, "Too many pages watch this server.", http.StatusServiceUnavailable)
		return
	}
	defer l.unwatch()
	connection := http.NewResponseController(w)
	ticker := time.NewTicker(heartbeat)
	defer ticker.Stop()
	var told news
	var lately time.Time // when the page was sent something
	for {
		text := ""
		if now := l.news(); lately.IsZero() || now != told {
			data, err := json.Marshal(now)
			if err != nil {
				return
			}
			text, told = fmt.Sprintf("data: %s\n\n", data), now
		} else if time.Since(lately) > longSilence {
			text = ": no news\n\n"
		}
		if text != "" {
			// The server's own deadline is for an answer that has an end.
			_ = connection.SetWriteDeadline(time.Now().Add(longSilence))
			if _, err := fmt.Fprint(w, text); err != nil {
				return
			}
			if err := connection.Flush(); err != nil {
				return
			}
			lately = time.Now()
		}
		select {
		case <-ticker.C:
		case <-r.Context().Done():
			return
		case <-l.closing:
			return
		}
	}
}

// watch counts one page more that watches, or returns false: their number has a
// limit, too.
func (l *live) watch() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.watchers == mostPages {
		return false
	}
	l.watchers++
	return true
}

// unwatch counts one page less. When the last one has gone, so has the steady
// stream.
func (l *live) unwatch() {
	l.mu.Lock()
	l.watchers--
	alone := l.watchers == 0
	l.mu.Unlock()
	if alone {
		l.setStream(nil, 0)
	}
}

// send sends n requests at once. A browser would not: it opens six connections
// to a server, and lets the rest wait at home.
func (l *live) send(w http.ResponseWriter, r *http.Request) {
	n, ok := number(w, r, "n", 1, mostAtOnce)
	if !ok {
		return
	}
	url := ownURL(r)
	for range n {
		if !l.ask(url) {
			w.Header().Set("Retry-After", "1")
			http.Error(w, "Too many requests of these buttons are under way.", http.StatusTooManyRequests)
			return
		}
	}
	w.WriteHeader(http.StatusAccepted)
}

// ask sends one request and does not wait for the answer. It returns false when
// too many are under way.
func (l *live) ask(url string) bool {
	select {
	case l.underWay <- struct{}{}:
	default:
		return false
	}
	go func() {
		defer func() { <-l.underWay }()
		if response, err := l.client.Get(url); err == nil {
			_, _ = io.Copy(io.Discard, response.Body)
			response.Body.Close()
		}
	}()
	return true
}

// steady starts a stream of requests at random moments, or ends it.
func (l *live) steady(w http.ResponseWriter, r *http.Request) {
	rate, ok := number(w, r, "rate", 0, mostASecond)
	if !ok {
		return
	}
	if rate == 0 {
		l.setStream(nil, 0)
		w.WriteHeader(http.StatusAccepted)
		return
	}
	url := ownURL(r)
	ctx, cancel := context.WithCancel(context.Background())
	l.setStream(cancel, rate)
	go func() {
		for {
			pause := time.Duration(rand.ExpFloat64() / float64(rate) * float64(time.Second))
			select {
			case <-time.After(pause):
				l.ask(url)
			case <-ctx.Done():
				return
			}
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

// setStream puts a steady stream in the place of the one before.
func (l *live) setStream(cancel context.CancelFunc, rate int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stream != nil {
		l.stream()
	}
	l.stream, l.rate = cancel, rate
}

// limiter switches the limiter on or off.
func (l *live) limiter(w http.ResponseWriter, r *http.Request) {
	on, ok := number(w, r, "on", 0, 1)
	if !ok {
		return
	}
	l.gate.off.Store(on == 0)
	w.WriteHeader(http.StatusAccepted)
}

// number reads a parameter, or answers that it is not one.
func number(w http.ResponseWriter, r *http.Request, name string, least, most int) (int, bool) {
	n, err := strconv.Atoi(r.FormValue(name))
	if err != nil || n < least || n > most {
		http.Error(w, fmt.Sprintf("%s has to be a number from %d to %d.", name, least, most), http.StatusBadRequest)
		return 0, false
	}
	return n, true
}

// ownURL is where the server itself can be asked. It does not believe the Host
// header, which whoever asks may choose.
func ownURL(r *http.Request) string {
	address, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		panic(errors.New("a request without a local address"))
	}
	return "http://" + address.String() + "/process"
}
