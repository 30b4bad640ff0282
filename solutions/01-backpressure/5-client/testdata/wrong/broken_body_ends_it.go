// A busy answer whose body breaks off ends Get, with the error of the body.
//
// The body is read for the sake of its connection, and nobody wants what it says. The
// answer was "busy", and so it is tried again; on another connection, if need be.
//
// Fails: TestABodyThatBreaksOffChangesNothing
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

var ErrGaveUp = errors.New("client: gave up")

type Client struct {
	HTTP     *http.Client
	Attempts int
	Base     time.Duration
	Max      time.Duration
}

func (c *Client) Get(ctx context.Context, url string) (*http.Response, error) {
	for n := 1; ; n++ {
		resp, err := c.try(ctx, url)
		if err != nil {
			return nil, err
		}
		if !busy(resp) {
			return resp, nil
		}
		if err := discard(resp.Body); err != nil {
			return nil, err
		}
		if n >= c.Attempts {
			return nil, fmt.Errorf("%w: tries: %d, last answer: %d", ErrGaveUp, n, resp.StatusCode)
		}
		if err := sleep(ctx, plus(retryAfter(resp), c.jitter(n))); err != nil {
			return nil, err
		}
	}
}

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

func (c *Client) jitter(n int) time.Duration {
	if c.Base <= 0 || c.Max <= 0 {
		return 0
	}
	bound := c.Max
	if c.Base <= c.Max>>(n-1) {
		bound = c.Base << (n - 1)
	}
	return rand.N(bound)
}

func sleep(ctx context.Context, d time.Duration) error {
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < d {
		return context.DeadlineExceeded
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

func busy(resp *http.Response) bool {
	return resp.StatusCode == http.StatusTooManyRequests ||
		resp.StatusCode == http.StatusServiceUnavailable
}

func discard(body io.ReadCloser) error {
	defer body.Close()
	_, err := io.Copy(io.Discard, io.LimitReader(body, 256<<10))
	return err
}

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

func plus(a, b time.Duration) time.Duration {
	return a + min(b, math.MaxInt64-max(a, 0))
}
