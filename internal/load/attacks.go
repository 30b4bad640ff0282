package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	vegeta "github.com/tsenart/vegeta/v12/lib"

	"example.com/backpressure/internal/queue"
)

// An attack does something to the server that clients do, knowing it or not.
type attack struct {
	name string
	run  func(s *server, complain func(format string, args ...any))
}

const lasting = 20 * time.Second // how long a stream of requests lasts

var attacks = []attack{
	{"Poisson arrivals, once the capacity", poisson(1)},
	{"Poisson arrivals, twice", poisson(2)},
	{"Poisson arrivals, four times", poisson(4)},
	{"a steady beat, twice the capacity", steady},
	{"a spike: 1,000 requests at once", spike},
	{"10,000 connections that ask once and then stay idle", idle},
	{"500 clients that send their request a byte at a time", slowWriters},
	{"500 clients that ask for everything and read nothing", slowReaders},
	{"2,000 clients that vanish while their request is at work", vanish},
}

// A poissonPacer sends at random moments, independent of each other.
type poissonPacer struct {
	rate float64 // a second
	next *time.Duration
}

func (p poissonPacer) Rate(time.Duration) float64 { return p.rate }

func (p poissonPacer) Pace(elapsed time.Duration, _ uint64) (time.Duration, bool) {
	*p.next += time.Duration(rand.ExpFloat64() / p.rate * float64(time.Second))
	return *p.next - elapsed, false
}

// A tally is what became of a stream of requests.
type tally struct {
	answered, refused, unanswered int
	work                          time.Duration // what those that were served took, in all
}

func (t tally) share() float64 { return float64(t.refused) / float64(t.answered) }

// stream sends requests to /process.
func stream(s *server, pacer vegeta.Pacer) (t tally) {
	transport := &http.Transport{MaxIdleConnsPerHost: 2000}
	defer transport.CloseIdleConnections()
	attacker := vegeta.NewAttacker(vegeta.Workers(100), vegeta.MaxWorkers(2000),
		vegeta.Client(&http.Client{Timeout: 10 * time.Second, Transport: transport}))
	target := vegeta.NewStaticTargeter(vegeta.Target{Method: http.MethodGet, URL: s.url("/process")})
	for result := range attacker.Attack(target, pacer, lasting, "") {
		switch int(result.Code) {
		case http.StatusOK:
			t.answered++
			t.work += result.Latency
		case http.StatusTooManyRequests:
			t.answered++
			t.refused++
		default:
			t.unanswered++
		}
	}
	return t
}

func poisson(times float64) func(*server, func(string, ...any)) {
	return func(s *server, complain func(string, ...any)) {
		t := stream(s, poissonPacer{rate: times * capacity, next: new(time.Duration)})
		// The formula's load is what arrives in the time that one request takes,
		// and on a busy machine that is more than the work alone.
		took := t.work / time.Duration(t.answered-t.refused)
		load := float64(t.answered) / lasting.Seconds() * took.Seconds()
		predicted := queue.ErlangB(slots, load)
		fmt.Printf("    %d answered, %.1f %% turned away; Erlang's formula says %.1f %% (%.1f %% if a request took %v; it took %v)\n",
			t.answered, 100*t.share(), 100*predicted, 100*queue.ErlangB(slots, times*slots), work, took.Round(time.Millisecond/10))
		if math.Abs(t.share()-predicted) > tolerance {
			complain("the share turned away is off by %.3f", t.share()-predicted)
		}
		if t.unanswered > 0 {
			complain("%d requests got no answer", t.unanswered)
		}
	}
}

func steady(s *server, complain func(string, ...any)) {
	t := stream(s, vegeta.Rate{Freq: int(2 * capacity), Per: time.Second})
	fmt.Printf("    %d answered, %.1f %% turned away\n", t.answered, 100*t.share())
	if t.unanswered > 0 {
		complain("%d requests got no answer", t.unanswered)
	}
}

func spike(s *server, complain func(string, ...any)) {
	client := &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	var served, refused, lost atomic.Int64
	each(1000, func(int) {
		response, err := client.Get(s.url("/process"))
		if err != nil {
			lost.Add(1)
			return
		}
		response.Body.Close()
		if response.StatusCode == http.StatusOK {
			served.Add(1)
		} else {
			refused.Add(1)
		}
	})
	fmt.Printf("    %d served, %d turned away, %d without an answer\n", served.Load(), refused.Load(), lost.Load())
	if served.Load() == 0 || lost.Load() > 0 {
		complain("somebody should have been served, and nobody left without an answer")
	}
}

func idle(s *server, complain func(string, ...any)) {
	const n = 10_000
	connections := make([]net.Conn, n)
	var refused atomic.Int64
	for i := range n { // one after the other: it is about holding them, not about dialling
		connections[i] = dial(s, &refused)
		if connections[i] != nil {
			fmt.Fprint(connections[i], "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
		}
	}
	now, err := s.vars()
	if err != nil {
		complain("with all of them there, it does not answer: %v", err)
	}
	fmt.Printf("    with all of them there: %d goroutines, %d MB from the system, %d slots taken; %d could not connect\n",
		now.Goroutines, now.Memstats.Sys>>20, now.Limiter.Taken, refused.Load())
	if now.Memstats.Sys > memory {
		complain("it has %d MB from the system", now.Memstats.Sys>>20)
	}
	response, err := once.Get(s.url("/process"))
	switch {
	case err != nil:
		complain("with all of them there, /process does not answer: %v", err)
	case response.StatusCode != http.StatusOK:
		complain("with all of them there, /process answers %d", response.StatusCode)
	}
	if err == nil {
		response.Body.Close()
	}
	for _, c := range connections {
		if c != nil {
			c.Close()
		}
	}
}

func slowWriters(s *server, complain func(string, ...any)) {
	var refused, still atomic.Int64
	began := time.Now()
	each(500, func(int) {
		c := dial(s, &refused)
		if c == nil {
			return
		}
		defer c.Close()
		for _, b := range []byte("GET /process HTTP/1.1\r\nHost: localhost\r\nX-Patience: is a virtue\r\n") {
			if time.Since(began) > 15*time.Second {
				still.Add(1)
				return
			}
			if _, err := c.Write([]byte{b}); err != nil {
				return
			}
			time.Sleep(300 * time.Millisecond)
		}
	})
	fmt.Printf("    cut off after %.0f seconds at most\n", time.Since(began).Seconds())
	if still.Load() > 0 {
		complain("%d of them still hold their connection after 15 seconds", still.Load())
	}
}

func slowReaders(s *server, _ func(string, ...any)) {
	var refused atomic.Int64
	each(500, func(i int) {
		c := dial(s, &refused)
		if c == nil {
			return
		}
		defer c.Close()
		path := []string{"/process", "/", "/live/events", "/debug/vars"}[i%4]
		for range 50 { // one after the other on the same connection, and nobody reads
			if _, err := fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n", path); err != nil {
				break
			}
		}
		time.Sleep(3 * time.Second)
	})
}

func vanish(s *server, _ func(string, ...any)) {
	var refused atomic.Int64
	each(2000, func(i int) {
		time.Sleep(time.Duration(i) * 2 * time.Millisecond)
		if c := dial(s, &refused); c != nil {
			fmt.Fprint(c, "GET /process HTTP/1.1\r\nHost: localhost\r\n\r\n")
			c.Close()
		}
	})
}

// each calls f n times at once and waits for all.
func each(n int, f func(i int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { f(i) })
	}
	all.Wait()
}

// dial returns a connection, or nil, and counts those.
func dial(s *server, refused *atomic.Int64) net.Conn {
	c, err := net.DialTimeout("tcp", s.addr, 10*time.Second)
	if err != nil {
		refused.Add(1)
		return nil
	}
	return c
}
