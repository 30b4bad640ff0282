// Package client is the guest's side of a busy server: it asks again when it
// is told to come back later, but not at once, not for ever, and not in step
// with everybody else.
package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// ErrGaveUp is what Get says when the tries are used up.
var ErrGaveUp = errors.New("client: gave up")

// A Client asks a server that may be too busy to answer. It is safe for
// concurrent use.
type Client struct {
	HTTP     *http.Client  // sends the requests; nil means http.DefaultClient
	Attempts int           // tries in all; less than 1 means 1
	Base     time.Duration // upper bound of the first random wait
	Max      time.Duration // upper bound of every random wait
}

// Get asks for url until the answer is something other than 429 or 503, and
// returns that answer. Between two tries it waits as long as Retry-After asks,
// and a random time on top, whose bound doubles from Base up to Max.
//
// It returns an error that is ErrGaveUp after Attempts tries, the error of the
// http.Client as it is, ctx.Err() when ctx ends during a wait, and
// context.DeadlineExceeded, at once, when the wait would outlast ctx.
func (c *Client) Get(ctx context.Context, url string) (*http.Response, error) {
	for n := 1; ; n++ {
		resp, err := c.try(ctx, url)
		if err != nil {
			return nil, err
		}
		if !busy(resp) {
			return resp, nil
		}
		discard(resp.Body)
		if n >= c.Attempts {
			return nil, fmt.Errorf("%w: tries: %d, last answer: %d", ErrGaveUp, n, resp.StatusCode)
		}
		if err := sleep(ctx, plus(retryAfter(resp), c.jitter(n))); err != nil {
			return nil, err
		}
	}
}

// try sends one request. It makes a new one each time, because an http.Client
// with a cookie jar writes into the request that it is given.
func (c *Client) try(ctx context.Context, url string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	if c.HTTP == nil {
		return http.DefaultClient.Do(req)
	}
	return c.HTTP.Do(req)
}

// jitter returns a random time below the smaller of Max and Base·2^(n-1).
func (c *Client) jitter(n int) time.Duration {
	if c.Base <= 0 || c.Max <= 0 {
		return 0
	}
	bound := c.Max
	// Base·2^(n-1) overflows after some tries. Max/2^(n-1) does not, and
	// compares the same.
	if c.Base <= c.Max>>(n-1) {
		bound = c.Base << (n - 1)
	}
	return rand.N(bound)
}

// sleep waits for d, or says why it did not.
func sleep(ctx context.Context, d time.Duration) error {
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < d {
		return context.DeadlineExceeded // ctx.Err() is still nil
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// busy reports whether an answer means "not now, come back later".
func busy(resp *http.Response) bool {
	return resp.StatusCode == http.StatusTooManyRequests ||
		resp.StatusCode == http.StatusServiceUnavailable
}

// discard reads what is left of a body, so that its connection can carry the
// next request, and closes it. A body that is too long is not worth it: a new
// connection is cheaper.
func discard(body io.ReadCloser) {
	_, _ = io.CopyN(io.Discard, body, 256<<10)
	_ = body.Close()
}

// retryAfter returns how long an answer asks the client to stay away, and 0
// when it does not ask, or asks for something that nobody can do. Nothing is
// longer than a hundred years.
func retryAfter(resp *http.Response) time.Duration {
	const forEver = 100 * 365 * 24 * time.Hour
	value := resp.Header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(value, 10, 64); err == nil {
		return time.Duration(min(seconds, uint64(forEver/time.Second))) * time.Second
	}
	if date, err := http.ParseTime(value); err == nil {
		return min(max(time.Until(date), 0), forEver)
	}
	return 0
}

// plus returns the sum of two times, or the longest time there is when the sum
// does not fit.
func plus(a, b time.Duration) time.Duration {
	return a + min(b, math.MaxInt64-max(a, 0))
}
