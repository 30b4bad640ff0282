package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	client "example.com/backpressure/01-backpressure/5-client"
	"example.com/backpressure/internal/stage"
)

// crowd sends many requests at once and prints each answer as it comes.
func crowd(args []string) {
	flags := flag.NewFlagSet("crowd", flag.ExitOnError)
	n := flags.Int("n", 20, "how many requests")
	addr := flags.String("addr", defaultAddr, "`address` of the server")
	polite := flags.Bool("polite", false, "come back later, as your 5-client does")
	_ = flags.Parse(args) // it exits by itself
	if *n < 1 || *n > 1000 {
		stage.Fail("-n %d: a crowd is 1 to 1000 requests", *n)
	}
	if flags.NArg() > 0 {
		stage.Fail("crowd takes no argument, got %q", flags.Arg(0))
	}

	var sent, refused atomic.Int64
	get := visitor(*n, *polite, &sent, &refused)
	began := time.Now()
	answers := make(chan reply)
	var crowd sync.WaitGroup
	for range *n {
		crowd.Go(func() {
			answer := get("http://" + *addr + "/process")
			answer.after = time.Since(began)
			answers <- answer
		})
	}
	go func() {
		crowd.Wait()
		close(answers)
	}()

	counts := make(map[string]int)
	last := time.Duration(0)
	for answer := range answers {
		if call := new(net.OpError); errors.As(answer.err, &call) && call.Op == "dial" {
			there := ""
			if *addr != defaultAddr {
				there = " -addr " + *addr
			}
			stage.Fail("nobody answers on %s. Start the server first, in another terminal:\n  go tool learn run 01 serve%s", *addr, there)
		}
		fmt.Printf("  after %4.1f s  %s\n", answer.after.Seconds(), answer)
		counts[answer.status()]++
		last = max(last, answer.after)
	}
	var summary []string
	for status, count := range counts {
		summary = append(summary, fmt.Sprintf("%d × %s", count, status))
	}
	sort.Strings(summary)
	fmt.Printf("%s. The last answer came after %.1f s.\n", strings.Join(summary, ", "), last.Seconds())
	fmt.Printf("Requests that the server got: %d. Of these it turned away: %d.\n", sent.Load(), refused.Load())
}

// A reply is what one request came to.
type reply struct {
	code       int
	text       string
	retryAfter string
	err        error
	after      time.Duration
}

func (r reply) status() string {
	if r.err != nil {
		return "no answer"
	}
	return fmt.Sprint(r.code)
}

func (r reply) String() string {
	switch {
	case r.err != nil:
		return stage.Bad("no answer: %v", r.err)
	case r.code == http.StatusOK:
		return stage.Good("%d %s", r.code, r.text)
	case r.retryAfter != "":
		return stage.Bad("%d %s", r.code, r.text) + fmt.Sprintf(" (Retry-After: %s)", r.retryAfter)
	default:
		return stage.Bad("%d %s", r.code, r.text)
	}
}

// counting counts the requests that pass, and the answers that say "not now".
type counting struct {
	http.RoundTripper
	sent, refused *atomic.Int64
}

func (c counting) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := c.RoundTripper.RoundTrip(r)
	if err == nil {
		c.sent.Add(1)
		if resp.StatusCode == http.StatusTooManyRequests {
			c.refused.Add(1)
		}
	}
	return resp, err
}

// visitor returns what one of n visitors does: ask once, or ask politely.
func visitor(n int, polite bool, sent, refused *atomic.Int64) func(url string) reply {
	ctx := context.Background()
	patient := &http.Client{
		Timeout:   2 * time.Minute,
		Transport: counting{&http.Transport{MaxIdleConnsPerHost: n}, sent, refused},
	}
	get := func(url string) (*http.Response, error) { return patient.Get(url) }
	if polite {
		c := &client.Client{HTTP: patient, Attempts: 10, Base: time.Second, Max: 8 * time.Second}
		get = func(url string) (*http.Response, error) { return c.Get(ctx, url) }
	}
	return func(url string) (r reply) {
		defer func() {
			if p := recover(); p != nil {
				r = reply{err: fmt.Errorf("the client broke down: %v", p)}
			}
		}()
		resp, err := get(url)
		if err != nil {
			return reply{err: err}
		}
		defer resp.Body.Close()
		text, err := io.ReadAll(io.LimitReader(resp.Body, 1<<10))
		if err != nil {
			return reply{err: err}
		}
		return reply{code: resp.StatusCode, text: strings.TrimSpace(string(text)), retryAfter: resp.Header.Get("Retry-After")}
	}
}
