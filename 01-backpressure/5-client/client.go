// Package client is the guest's side of a busy server: it asks again when it
// is told to come back later.
//
// The client below asks again at once, and for ever. Teach it to wait, and to
// know when to stop.
package client

import (
	"context"
	"errors"
	"io"
	"math"
	"net/http"
	"strconv"
	"time"
)

// ErrGaveUp is what Get says when the tries are used up. The text is yours to
// change.
var ErrGaveUp = errors.New("client: gave up")

// A Client asks a server that may be too busy to answer. Set the fields before
// the first call of Get; after that any number of goroutines may use it at the
// same time, and two clients share nothing.
type Client struct {
	HTTP     *http.Client  // sends the requests; nil means http.DefaultClient
	Attempts int           // tries in all; less than 1 means 1
	Base     time.Duration // upper bound of the first random wait
	Max      time.Duration // upper bound of every random wait
}

// Get asks for url with the method GET, and asks again while the server is too
// busy to answer. It never changes the Client, and leaves no goroutine behind.
//
// What it does with an answer:
//
//   - 429 Too Many Requests and 503 Service Unavailable are tried again, up to
//     Attempts tries in all; math.MaxInt means as many as it takes. The body of
//     such an answer is drained (at least 64 KiB of it, at most 1 MiB) and closed
//     before the next try and before Get returns, whatever it returns, so that
//     the connection can be used again. That a body breaks off, or that Close
//     returns an error, changes nothing.
//   - Any other answer is returned at once, as it came: its body is unread and
//     open, and can be read as long as ctx has not ended.
//   - An error of the http.Client is returned at once and as it is, not wrapped
//     in another, with a nil response. A ctx that ends during a try gives such
//     an error: every request carries ctx.
//
// How long it waits between try n and try n+1:
//
//   - What the answer's Retry-After header asks, in full: whole seconds, or a
//     date that http.ParseTime reads, against the clock of this machine. A date
//     that is past, and a value that is negative, fractional or unreadable,
//     count as none.
//   - And, added to that, a random time between 0 and the smaller of Max and
//     Base·2^(n-1), every time in between as likely as any other, drawn anew
//     for every wait of every caller. This is called full jitter: a crowd that
//     was turned away together must not come back together. It holds for
//     hundreds of tries, for a Base of a nanosecond, and for a Max of
//     math.MaxInt64. When Base or Max is zero or less there is no random time.
//     When the two times do not fit a time.Duration together, the wait is the
//     longest that does.
//   - And no longer than that: at the end of the wait comes the next try.
//
// When it stops:
//
//   - When the tries are used up it returns at once, with a nil response and an
//     error for which errors.Is(err, ErrGaveUp) is true. The error's text has
//     the number of tries and the status of the last answer, both in decimal.
//     This comes first, also when ctx is about to end. When ctx has ended
//     already, since the last answer came, ctx.Err() itself will do as well.
//   - When ctx ends during a wait it returns at once, with a nil response and
//     ctx.Err() itself.
//   - When ctx has a deadline, and the wait would end after it, it does not
//     wait in vain: it returns at once, with a nil response and an error for
//     which errors.Is(err, context.DeadlineExceeded) is true. When the wait
//     would end at the very deadline, both to give up and to wait are right.
func (c *Client) Get(ctx context.Context, url string) (*http.Response, error) {
	for {
		resp, err := c.try(ctx, url)
		if err != nil {
			return nil, err
		}
		if !busy(resp) {
			return resp, nil
		}
		discard(resp.Body)
		_ = retryAfter(resp) // the server says when to come back, and nobody listens
	}
}

// try sends one request.
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
