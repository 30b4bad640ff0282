// The bounds are an iterator, which the loop over the tries ranges over. The wait
// has two parts, one after the other, and both can be cut short.
package client

import (
	"context"
	"errors"
	"io"
	"iter"
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
	tries, status := 0, 0
	for bound := range c.bounds() {
		resp, err := c.try(ctx, url)
		if err != nil {
			return nil, err
		}
		if !busy(resp) {
			return resp, nil
		}
		discard(resp.Body)
		tries, status = tries+1, resp.StatusCode
		if bound < 0 {
			break
		}
		asked, random := retryAfter(resp), time.Duration(rand.Float64()*float64(bound))
		if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < asked+random {
			return nil, context.DeadlineExceeded
		}
		for _, part := range []time.Duration{asked, random} {
			select {
			case <-ctx.Done():
				return nil, ctx.Err()
			case <-time.After(part):
			}
		}
	}
	return nil, gaveUp{tries, status}
}

type gaveUp struct{ tries, status int }

func (e gaveUp) Error() string {
	return "tried " + strconv.Itoa(e.tries) + " times, the server still says " + strconv.Itoa(e.status)
}

func (e gaveUp) Is(target error) bool { return target == ErrGaveUp }

// bounds yields the bound of the wait after each try, and after the last -1.
func (c *Client) bounds() iter.Seq[time.Duration] {
	return func(yield func(time.Duration) bool) {
		most := max(c.Max, 0)
		bound := min(max(c.Base, 0), most)
		for range c.Attempts - 1 {
			if !yield(bound) {
				return
			}
			bound += min(bound, most-bound)
		}
		yield(-1)
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
