package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	line "example.com/backpressure/01-backpressure/2-line"
	limiter "example.com/backpressure/01-backpressure/3-limiter"
	"example.com/backpressure/internal/stage"
)

// The storm's server needs one of its connections to a database for each
// request, and whoever asks it does not wait for long.
const (
	connections = 5
	query       = 20 * time.Millisecond                                        // a request holds its connection for so long
	capacity    = float64(connections) * float64(time.Second) / float64(query) // requests a second
	patience    = 100 * time.Millisecond                                       // then a client gives up
	slots       = 10                                                           // of the limiter, and of seats and line together
)

// loads are the offered loads of a storm, as multiples of the capacity.
var loads = []float64{0.5, 1, 2, 4}

const window = 900 * time.Millisecond // how long each of them blows

// A front decides who gets in. It calls work for those who do, and returns
// false for those who are turned away.
type front func(ctx context.Context, work func()) (served bool)

// fronts returns what can stand in front of the database, each new: nothing,
// your limiter, your line.
var fronts = []struct {
	name string
	open func() front
}{
	{"without a limiter", func() front {
		return func(_ context.Context, work func()) bool {
			work()
			return true
		}
	}},
	{fmt.Sprintf("with your limiter, %d slots", slots), func() front {
		l := limiter.NewRequestLimiter(slots)
		return func(_ context.Context, work func()) bool { return l.Execute(work) == nil }
	}},
	{fmt.Sprintf("with your line, %d seats and %d places", connections, slots-connections), func() front {
		l := line.New(connections, slots-connections)
		return func(ctx context.Context, work func()) bool {
			if l.Board(ctx) != nil {
				return false
			}
			defer l.Leave()
			work()
			return true
		}
	}},
}

// storm sends more and more requests to a server, and counts the answers that
// came while somebody still waited for them.
func storm(args []string) {
	flags := flag.NewFlagSet("storm", flag.ExitOnError)
	spiky := flags.Bool("spike", false, "one second of storm, and what comes after it")
	picture := flags.String("svg", "", "write the picture to this `file`, too")
	_ = flags.Parse(args) // it exits by itself
	if flags.NArg() > 0 {
		stage.Fail("storm takes no argument, got %q", flags.Arg(0))
	}
	chart := goodputAgainstLoad
	if *spiky {
		chart = goodputOverASpike
	}
	drawn := chart()
	if *picture != "" {
		drawn.Save(*picture)
	}
}

// goodputAgainstLoad measures each front under each load.
func goodputAgainstLoad() stage.Chart {
	fmt.Printf("A server with %d connections, %v a request: it can do %.0f a\nsecond. Clients give up after %v. Useful answers a second:\n",
		connections, query, capacity, patience)
	chart := stage.Chart{
		Title: "Goodput against offered load", X: "offered load, as a multiple of the capacity", Y: "useful answers a second",
		Marks: loads,
	}
	turnedAway := make([]int64, len(fronts)) // under the heaviest load
	for i, f := range fronts {
		fmt.Printf("\n%s\n", f.name)
		series := stage.Series{Name: f.name}
		for _, load := range loads {
			var goodput float64
			goodput, turnedAway[i] = measure(f.open(), load)
			series.Points = append(series.Points, goodput)
			fmt.Println(stage.Bar(fmt.Sprintf("%.1f times", load), goodput, capacity, ""))
		}
		chart.Series = append(chart.Series, series)
	}
	fmt.Println()
	without, limited := chart.Series[0].Points[len(loads)-1], chart.Series[1].Points[len(loads)-1]
	fmt.Printf("At four times what it can do, the server without a limiter\nserves %.0f %% of its capacity: it works for clients who have gone.\n", 100*without/capacity)
	switch {
	case limited > 0.8*capacity:
		fmt.Printf("With your limiter it serves %.0f %%: most hear a no, at once, and\nthe others are served in time.\n", 100*limited/capacity)
	case turnedAway[1] == 0:
		fmt.Printf("With your limiter it serves %.0f %%: it says yes to everybody so far\n(3-limiter).\n", 100*limited/capacity)
	default:
		fmt.Printf("With your limiter it serves %.0f %%: it does not say no to enough of\nthem.\n", 100*limited/capacity)
	}
	if turnedAway[2] == 0 {
		fmt.Println("Your line turns nobody away so far (2-line).")
	}
	return chart
}

// measure returns the useful answers a second behind f, and how many clients it
// turned away.
func measure(f front, load float64) (goodput float64, turnedAway int64) {
	b := open(f)
	defer b.close()
	var useful, refused atomic.Int64
	blow(window, func(time.Duration) float64 { return load }, func(time.Duration) {
		switch b.ask() {
		case http.StatusOK:
			useful.Add(1)
		case http.StatusTooManyRequests:
			refused.Add(1)
		}
	})
	return float64(useful.Load()) / window.Seconds(), refused.Load()
}

// blow sends clients for d, each in a goroutine, and returns when all have
// ended. They come at random, independent of each other (a Poisson process): on
// average as many as load says of the moment. The same d and load send the same
// crowd.
func blow(d time.Duration, load func(at time.Duration) float64, client func(at time.Duration)) {
	var clients sync.WaitGroup
	crowd := rand.New(rand.NewPCG(1, 1))
	began := time.Now()
	for at := time.Duration(0); ; {
		at += time.Duration(crowd.ExpFloat64() / (load(at) * capacity) * float64(time.Second))
		if at >= d {
			break
		}
		time.Sleep(at - time.Since(began))
		clients.Go(func() { client(at) })
	}
	clients.Wait()
}

// A bureau is the storm's server, on a port of its own on loopback, with the
// client that asks it.
type bureau struct {
	url      string
	server   *http.Server
	database chan struct{}
	closed   chan struct{}
	client   *http.Client
}

// open opens a bureau behind f.
func open(f front) *bureau {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		stage.Fail("can't listen on loopback: %v", err)
	}
	b := &bureau{
		url:      "http://" + listener.Addr().String(),
		database: make(chan struct{}, connections),
		closed:   make(chan struct{}),
		client:   &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1000}},
	}
	b.server = &http.Server{
		ReadHeaderTimeout: time.Second,
		ErrorLog:          log.New(io.Discard, "", 0), // a piece that panics shows in the figures
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !f(r.Context(), b.work) {
				w.WriteHeader(http.StatusTooManyRequests)
			}
		}),
	}
	go b.server.Serve(listener)
	return b
}

// work holds a connection to the database for a while. It is naive: it goes on
// when its client has gone.
func (b *bureau) work() {
	select {
	case b.database <- struct{}{}:
		time.Sleep(query)
		<-b.database
	case <-b.closed:
	}
}

func (b *bureau) close() {
	close(b.closed)
	_ = b.server.Close()
	b.client.CloseIdleConnections()
}

// ask is one client. It returns the status of the answer, or 0 when none came
// while the client had patience.
func (b *bureau) ask() int {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, b.url, nil)
	if err != nil {
		return 0
	}
	response, err := b.client.Do(request)
	if err != nil {
		return 0
	}
	response.Body.Close()
	return response.StatusCode
}
