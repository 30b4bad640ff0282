// No loop: each try calls the next one. The wait is a time.After, and the
// deadline is compared with the moment at which the wait would end.
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
	return c.get(ctx, url, 1, min(c.Base, c.Max))
}

func (c *Client) get(ctx context.Context, url string, n int, bound time.Duration) (*http.Response, error) {
	resp, err := c.try(ctx, url)
	if err != nil || !busy(resp) {
		return resp, err
	}
	discard(resp.Body)
	if n >= max(c.Attempts, 1) {
		return nil, errors.Join(ErrGaveUp, fmt.Errorf("status %d at try %d", resp.StatusCode, n))
	}
	wait := retryAfter(resp)
	if bound > 0 {
		wait += min(rand.N(bound), math.MaxInt64-wait)
	}
	deadline, ok := ctx.Deadline()
	if ok && time.Now().Add(wait).After(deadline) {
		return nil, context.DeadlineExceeded
	}
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-time.After(wait):
	}
	if bound > c.Max/2 {
		return c.get(ctx, url, n+1, c.Max)
	}
	return c.get(ctx, url, n+1, 2*max(bound, 0))
}

func (c *Client) try(ctx context.Context, url string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	client := c.HTTP
	if client == nil {
		client = http.DefaultClient
	}
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func busy(resp *http.Response) bool {
	return resp.StatusCode == http.StatusTooManyRequests ||
		resp.StatusCode == http.StatusServiceUnavailable
}

func discard(body io.ReadCloser) {
	_, _ = io.CopyN(io.Discard, body, 256<<10)
	_ = body.Close()
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
