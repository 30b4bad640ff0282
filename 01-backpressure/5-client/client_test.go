package client_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	client "example.com/backpressure/01-backpressure/5-client"
	"example.com/backpressure/internal/schedule"
)

const address = "http://park.example/waiting-times"

func TestAnyOtherAnswerIsReturnedAtOnce(t *testing.T) {
	for _, status := range []int{200, 201, 204, 304, 400, 404, 408, 425, 500, 501, 502, 504, 529} {
		schedule.Bubble(t, func(t *testing.T) {
			// Not busy, so that Retry-After has nothing to say.
			p := newPark(answer{status: status, retryAfter: "60"}, answer{status: 418})
			c := &client.Client{HTTP: p.http(), Attempts: 5, Base: time.Second, Max: time.Minute}
			resp, err := p.get(t, context.Background(), c)
			require.NoError(t, err, "the server answered %d, and Get made an error of it; expected the answer", status)
			require.NotNil(t, resp, "the server answered %d, and Get returned neither an answer nor an error", status)
			require.Equal(t, status, resp.StatusCode, "the server answered %d, which is not \"too busy\"; expected that answer as it came", status)
			require.Equal(t, "60", resp.Header.Get("Retry-After"), "the answer %d came back without its header", status)
			require.Len(t, p.at, 1, "the server answered %d and was asked again; only 429 and 503 are tried again", status)
			require.Zero(t, p.now(), "the server answered %d, and the client waited before it returned the answer", status)
		})
	}
}

func TestABusyServerIsAskedAgain(t *testing.T) {
	for _, status := range []int{429, 503} {
		for _, attempts := range []int{3, math.MaxInt} {
			schedule.Bubble(t, func(t *testing.T) {
				p := newPark(answer{status: status}, answer{status: 200}, answer{status: 418})
				resp, err := p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: attempts})
				require.NoError(t, err, "the server said %d once and would have answered the second try; Attempts is %d", status, attempts)
				require.NotNil(t, resp, "the server said %d and then 200, and Get returned neither an answer nor an error", status)
				require.Equal(t, 200, resp.StatusCode, "the server said %d and then 200; expected the second answer", status)
				require.Len(t, p.at, 2, "the server said %d and then 200; expected two requests", status)
			})
		}
	}
}

func TestTheReturnedBodyIsLeftToTheCaller(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		menu := text("coaster: 20 minutes\n")
		p := newPark(answer{status: 503}, answer{status: 200, body: menu})
		resp, err := p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: 2})
		require.NoError(t, err, "the server said 503 and then 200; expected the second answer")
		require.NotNil(t, resp, "the server said 503 and then 200, and Get returned neither an answer nor an error")
		require.False(t, menu.closed, "the body of the returned answer is closed already; it is the caller's to read and to close")
		require.Zero(t, menu.read, "Get has read bytes of the body that it returned; expected it unread")

		time.Sleep(100 * time.Hour)
		got, err := io.ReadAll(resp.Body)
		require.NoError(t, err, "a hundred hours later the caller cannot read the body of the returned answer; expected that it can, as long as ctx has not ended")
		require.Equal(t, "coaster: 20 minutes\n", string(got), "the caller read another body than the server sent")
		require.NoError(t, resp.Body.Close())
		require.True(t, menu.closed, "the caller closed the body, and the connection heard nothing of it")
	})
}

func TestATransportErrorIsReturnedAtOnce(t *testing.T) {
	why := errors.New("somebody tripped over the cable")
	for _, test := range []struct {
		what string
		answer
	}{
		{"the connection broke", answer{err: why}},
		// Here the http.Client has a response beside its error.
		{"the http.Client did not follow a redirect", answer{status: 302}},
	} {
		for _, busy := range []int{0, 1} { // as the first answer, and after a busy one
			schedule.Bubble(t, func(t *testing.T) {
				p := newPark([]answer{{status: 503}, test.answer, {status: 200}}[1-busy:]...)
				asks := p.http()
				asks.CheckRedirect = func(*http.Request, []*http.Request) error { return why }
				resp, err := p.get(t, context.Background(), &client.Client{HTTP: asks, Attempts: 5, Base: -1, Max: time.Minute})
				require.Error(t, err, "%s, and Get returned no error", test.what)
				require.True(t, resp == nil, "%s, and Get returned a response beside the error; expected nil", test.what)
				_, bare := err.(*url.Error)
				require.True(t, bare, "%s; expected the http.Client's error as it is, a *url.Error, and got a %T: %v", test.what, err, err)
				require.ErrorIs(t, err, why, "%s, and the error does not say why", test.what)
				require.Len(t, p.at, busy+1, "%s and Get tried again; expected the error at once", test.what)
				require.Zero(t, p.now(), "%s, and Get waited before it said so", test.what)
			})
		}
	}
}

func TestEveryRequestCarriesTheContext(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		type key struct{}
		ctx := context.WithValue(context.Background(), key{}, "Ada's ticket")
		p := newPark(answer{status: 503}, answer{status: 429}, answer{status: 200})
		_, err := p.get(t, ctx, &client.Client{HTTP: p.http(), Attempts: 3})
		require.NoError(t, err, "the server said 503, 429 and then 200, and Attempts is 3")
		for n, req := range p.requests {
			require.Equal(t, "Ada's ticket", req.Context().Value(key{}), "request %d does not carry the context that Get was given", n+1)
			require.Equal(t, "GET "+address, req.Method+" "+req.URL.String(), "request %d asks for something else", n+1)
		}
	})
	for _, busy := range []int{0, 1} { // the first try, and a later one
		schedule.Bubble(t, func(t *testing.T) {
			p := newPark([]answer{{status: 503}, {silent: true}}[1-busy:]...)
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			time.AfterFunc(3*time.Second, cancel)
			resp, err := p.get(t, ctx, &client.Client{HTTP: p.http(), Attempts: 5})
			require.Equal(t, 3*time.Second, p.now(), "the caller went away after 3s, in the middle of try %d; expected Get to return then", busy+1)
			require.ErrorIs(t, err, context.Canceled, "the caller went away in the middle of try %d", busy+1)
			_, bare := err.(*url.Error)
			require.True(t, bare, "the caller went away in the middle of try %d; expected the http.Client's error as it is, a *url.Error, and got a %T: %v", busy+1, err, err)
			require.True(t, resp == nil, "the caller went away, and Get returned a response beside the error; expected nil")
			require.Len(t, p.at, busy+1, "the caller went away, and the server was asked once more")
		})
	}
}

func TestWithoutAnHTTPClientTheDefaultOneAsks(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p, stranger := newPark(answer{status: 429}, answer{status: 200}), newPark(answer{status: 418})
		defer byDefault(p, stranger)()
		c := &client.Client{Attempts: 2}
		var resp *http.Response
		var err error
		require.Empty(t, schedule.Panic(func() { resp, err = p.get(t, context.Background(), c) }),
			"Get panicked on a Client whose HTTP is nil; expected it to use http.DefaultClient")
		require.NoError(t, err, "HTTP is nil, and http.DefaultClient would have reached the server")
		require.NotNil(t, resp, "HTTP is nil, and Get returned neither an answer nor an error")
		require.Empty(t, stranger.at, "HTTP is nil, and a request went past http.DefaultClient")
		require.Equal(t, 200, resp.StatusCode, "HTTP is nil; expected http.DefaultClient's answer")
		require.Len(t, p.at, 2, "HTTP is nil, the server said 429 and then 200; expected two requests through http.DefaultClient")
	})
}

func TestEveryBodyThatIsNotReturnedIsDrainedAndClosed(t *testing.T) {
	for _, last := range []answer{{status: 200}, {err: errors.New("somebody tripped over the cable")}} {
		schedule.Bubble(t, func(t *testing.T) {
			p := newPark(
				answer{status: 503, retryAfter: "1", body: text("")},
				answer{status: 429, retryAfter: "1", body: text("come back later\n")},
				answer{status: 503, retryAfter: "1", body: &body{size: 64 << 10}},
				answer{status: 429, retryAfter: "1", body: &body{size: endless}},
				last,
			)
			_, _ = p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: 5})
			require.Empty(t, p.litter, "at the next request a body was not done with")
			p.checkBodies(t)
			require.Len(t, p.at, 5, "the server said \"busy\" four times, and Attempts is 5; expected five requests")
		})
	}
}

func TestABodyThatBreaksOffChangesNothing(t *testing.T) {
	for _, test := range []struct {
		what string
		body body
	}{
		{"its body broke off", body{size: 7, end: io.ErrUnexpectedEOF}},
		{"its body could not be closed", body{size: 7, stuck: errors.New("the door is stuck")}},
	} {
		schedule.Bubble(t, func(t *testing.T) {
			first, last := test.body, test.body
			p := newPark(answer{status: 429, body: &first}, answer{status: 429, body: &last})
			_, err := p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: 2, Base: 1, Max: 1})
			require.Len(t, p.at, 2, "the server said 429, and %s; Attempts is 2, and it should be asked twice, as with any other body", test.what)
			require.ErrorIs(t, err, client.ErrGaveUp, "the server said 429 twice, and %s; expected ErrGaveUp, as with any other body", test.what)
			p.checkBodies(t)
		})
	}
}

func TestAnUnreadableRetryAfterCountsAsNone(t *testing.T) {
	for _, value := range []string{"", "0", "soon", "-1", "-3600", "1.5", "0.001", "1e3", "1m", "2h30m", "0x10", "3 seconds",
		"Sat, 01 Jan 2000", "2000-01-01T01:00:00Z", "Fri, 31 Dec 1999 23:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"} {
		schedule.Bubble(t, func(t *testing.T) { // in a bubble it is the first of January 2000, midnight
			p := newPark(answer{status: 503, retryAfter: value}, answer{status: 200})
			_, err := p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: 2})
			require.NoError(t, err, "the server said 503 with Retry-After: %q, and then 200; Attempts is 2", value)
			require.Len(t, p.at, 2, "the server said 503 with Retry-After: %q, and then 200; expected two requests", value)
			require.Zero(t, p.at[1], "Retry-After was %q, which asks for no wait, and the client waited all the same", value)
		})
	}
}

func TestWithoutBaseOrMaxThereIsNoRandomTime(t *testing.T) {
	for _, test := range []struct{ base, max time.Duration }{
		{0, 0}, {0, time.Hour}, {time.Hour, 0}, {-1, time.Hour}, {-time.Hour, time.Hour}, {time.Hour, -1},
		{-3, math.MaxInt64}, {math.MinInt64, math.MaxInt64}, {math.MaxInt64, math.MinInt64}, {-time.Hour, -time.Hour},
	} {
		schedule.Bubble(t, func(t *testing.T) {
			p := newPark(append(repeat(30, answer{status: 503}), answer{status: 200})...)
			_, err := p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: 31, Base: test.base, Max: test.max})
			require.NoError(t, err, "Base %d, Max %d: the server said 503 thirty times and then 200; Attempts is 31", test.base, test.max)
			for n := 1; n < len(p.at); n++ {
				require.Zero(t, p.at[n]-p.at[n-1], "Base is %v and Max is %v, and the server asked for no wait; the client waited before try %d all the same",
					test.base, test.max, n+1)
			}
		})
	}
}

func TestGetNeverChangesTheClient(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := newPark(answer{status: 503}, answer{status: 200}, answer{status: 429}, answer{status: 200})
		defer byDefault(p, p)()
		c := &client.Client{Attempts: 2, Base: 1, Max: 2}
		for call := 1; call <= 2; call++ {
			_, err := p.get(t, context.Background(), c)
			require.NoError(t, err, "call %d: the server was busy once, and each call of Get has 2 tries", call)
			require.True(t, c.HTTP == nil, "call %d: HTTP was nil before Get, and now it is not", call)
			require.Equal(t, 2, c.Attempts, "call %d: Get changed Attempts", call)
			require.Equal(t, time.Duration(1), c.Base, "call %d: Get changed Base", call)
			require.Equal(t, time.Duration(2), c.Max, "call %d: Get changed Max", call)
		}
	})
}

func TestItGivesUpWhenTheTriesAreUsedUp(t *testing.T) {
	for _, test := range []struct{ attempts, tries int }{{1, 1}, {2, 2}, {13, 13}, {0, 1}, {-7, 1}} {
		schedule.Bubble(t, func(t *testing.T) {
			script := repeat(test.tries-1, answer{status: 503, retryAfter: "1"})
			script = append(script, answer{status: 429, retryAfter: "1"}, answer{status: 503, retryAfter: "1"})
			p := newPark(script...)
			resp, err := p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: test.attempts})
			require.Len(t, p.at, test.tries, "the server is busy and stays busy, and Attempts is %d; expected %s", test.attempts, schedule.Count(test.tries, "request"))
			require.ErrorIs(t, err, client.ErrGaveUp, "the server stayed busy, and was asked %s; expected ErrGaveUp", schedule.Count(test.tries, "time"))
			require.True(t, resp == nil, "Get gave up and returned a response all the same; expected nil")
			for _, number := range []int{test.tries, 429} {
				require.Regexp(t, regexp.MustCompile(fmt.Sprintf(`(^|\D)%d(\D|$)`, number)), err.Error(),
					"the server was asked %s, and the last answer was 429; the operator who reads the log should find both numbers", schedule.Count(test.tries, "time"))
			}
			require.Equal(t, time.Duration(test.tries-1)*time.Second, p.now(),
				"Attempts is %d, and each answer asked for 1s; there is nothing to wait for after the last try", test.attempts)
			p.checkBodies(t)
		})
	}
	schedule.Bubble(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		p := newPark(answer{status: 503, retryAfter: "3600"})
		_, err := p.get(t, ctx, &client.Client{HTTP: p.http(), Attempts: 1})
		require.ErrorIs(t, err, client.ErrGaveUp,
			"the only try was used up, and the deadline was a second away; expected ErrGaveUp, because there was nothing left to wait for")
		require.Zero(t, p.now(), "the only try was used up, and Get did not return at once")
	})
}

func TestItWaitsAsLongAsTheServerAsks(t *testing.T) {
	for _, test := range []struct {
		retryAfter string
		wait       time.Duration
	}{
		{"1", time.Second},
		{"30", 30 * time.Second},
		{"86400", 24 * time.Hour},
		{"Sat, 01 Jan 2000 00:00:05 GMT", 4700 * time.Millisecond},
		{"Saturday, 01-Jan-00 00:01:30 GMT", 89700 * time.Millisecond},
		{"Sat Jan  1 01:00:00 2000", time.Hour - 300*time.Millisecond},
	} {
		for _, status := range []int{429, 503} {
			schedule.Bubble(t, func(t *testing.T) {
				time.Sleep(300 * time.Millisecond) // in a bubble it was midnight, the first of January 2000
				p := newPark(answer{status: status, retryAfter: test.retryAfter}, answer{status: 200})
				c := &client.Client{HTTP: p.http(), Attempts: 2, Max: time.Second} // Max is for the random time only
				resp, err := p.get(t, context.Background(), c)
				require.NoError(t, err, "the server said %d with Retry-After: %s, and then 200; Attempts is 2", status, test.retryAfter)
				require.NotNil(t, resp, "the server said %d and then 200, and Get returned neither an answer nor an error", status)
				require.Len(t, p.at, 2, "the server said %d and then 200; expected two requests", status)
				require.Equal(t, test.wait, p.at[1],
					"the server said %d with Retry-After: %s; this is how long the client stayed away (expected, then actual)", status, test.retryAfter)
			})
		}
	}
	schedule.Bubble(t, func(t *testing.T) {
		p := newPark(answer{status: 503, retryAfter: "5"}, answer{status: 503}, answer{status: 429, retryAfter: "2"}, answer{status: 200})
		_, err := p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: 4})
		require.NoError(t, err, "the server was busy three times, and Attempts is 4")
		require.Equal(t, []time.Duration{0, 5 * time.Second, 5 * time.Second, 7 * time.Second}, p.at,
			"the server asked for 5s, then for nothing, then for 2s; this is when the requests came (expected, then actual)")
	})
}

func TestACrowdDoesNotComeBackTogether(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		const asked, random = 2 * time.Second, 10 * time.Second
		parks := make([]*park, crowd) // each client has a server of its own, so that nothing but the answer orders them
		for i := range parks {
			p := newPark(answer{status: 429, retryAfter: "2"}, answer{status: 200})
			parks[i] = p
			schedule.Go(t, fmt.Sprintf("client %d", i+1), func() {
				_, _ = (&client.Client{HTTP: p.http(), Attempts: 2, Base: random, Max: random}).Get(context.Background(), address)
			})
		}
		time.Sleep(time.Hour)
		schedule.Quiesce()
		var waits []time.Duration
		together := map[time.Duration]int{}
		for i, p := range parks {
			require.Len(t, p.at, 2, "client %d was turned away once; expected two requests of it within an hour", i+1)
			waits = append(waits, p.at[1])
			together[p.at[1]]++
		}
		for _, clients := range together {
			// Even if times were drawn in whole milliseconds, ten thousand of
			// them, more than ten at one of them would come with probability
			// 10000·C(200,11)·(1/10000)^11 < 1e-22.
			require.LessOrEqual(t, clients, 10,
				"%d clients were turned away at one instant, and more than ten of them came back at one instant: the server is as busy as before", crowd)
		}
		checkSpread(t, fmt.Sprintf("%d clients, Retry-After: 2, Base and Max 10s", crowd), waits, asked, random)
	})
}

func TestAContextThatEndsEndsTheWait(t *testing.T) {
	const years = 20 * 365 * 24 * time.Hour
	for _, test := range []struct {
		what   string
		script []answer
		base   time.Duration
		leaves time.Duration // when the caller goes away
		tries  int
	}{
		{"the wait that the server asked for", []answer{{status: 429, retryAfter: "10"}}, 0, 1500 * time.Millisecond, 1},
		{"the second wait", []answer{{status: 503, retryAfter: "1"}, {status: 503, retryAfter: "10"}}, 0, 1500 * time.Millisecond, 2},
		// The random time is shorter than 100µs with probability 100µs/20 years = 1.6e-13.
		{"the random wait", []answer{{status: 503}}, years, 100 * time.Microsecond, 1},
	} {
		for _, deadline := range []time.Duration{0, 2 * years} { // none, and one that is far away
			schedule.Bubble(t, func(t *testing.T) {
				p := newPark(append(test.script, answer{status: 200})...)
				parent := context.Background()
				if deadline > 0 {
					var stop func()
					parent, stop = context.WithTimeout(parent, deadline)
					defer stop()
				}
				ctx, cancel := context.WithCancelCause(parent)
				time.AfterFunc(test.leaves, func() { cancel(errors.New("it started to rain")) })
				resp, err := p.get(t, ctx, &client.Client{HTTP: p.http(), Attempts: 9, Base: test.base, Max: test.base})
				require.Equal(t, test.leaves, p.now(),
					"the caller went away during %s; this is when Get should have returned, and when it did (expected, then actual)", test.what)
				require.Error(t, err, "the caller went away during %s, and Get returned no error", test.what)
				require.True(t, err == ctx.Err(), "the caller went away during %s; expected ctx.Err() itself (%v), and got a %T: %v",
					test.what, ctx.Err(), err, err)
				require.True(t, resp == nil, "the caller went away, and Get returned a response beside the error; expected nil")
				p.checkBodies(t)
				time.Sleep(2 * years)
				require.Len(t, p.at, test.tries, "the caller went away during %s, and long after that the server was asked again", test.what)
			})
		}
	}
}

func TestGetLeavesNobodyBehindAsleep(t *testing.T) {
	// Time stands still once this body has returned, and whoever sleeps then
	// is left behind.
	schedule.Bubble(t, func(t *testing.T) {
		p := newPark(answer{status: 429, retryAfter: "3600"}, answer{status: 200})
		ctx, cancel := context.WithCancel(context.Background())
		time.AfterFunc(time.Second, cancel)
		_, _ = p.get(t, ctx, &client.Client{HTTP: p.http(), Attempts: 2, Base: time.Second, Max: time.Second})
	})
}

func TestItDoesNotWaitInVain(t *testing.T) {
	const years = 20 * 365 * 24 * time.Hour
	for _, test := range []struct {
		what     string
		script   []answer
		base     time.Duration
		deadline time.Duration
		returns  time.Duration // when Get should give up
		tries    int
	}{
		{"the server asked for 10s", []answer{{status: 503, retryAfter: "10"}}, 0, 5 * time.Second, 0, 1},
		{"the server asked for 2s, and then for 4s", []answer{{status: 503, retryAfter: "2"}, {status: 429, retryAfter: "4"}}, 0, 5 * time.Second, 2 * time.Second, 2},
		{"the server asked for a date ten seconds away", []answer{{status: 429, retryAfter: "Sat, 01 Jan 2000 00:00:10 GMT"}}, 0, 5 * time.Second, 0, 1},
		// In nanoseconds, these do not fit a time.Duration.
		{"the server asked for three centuries", []answer{{status: 503, retryAfter: "9223372037"}}, 0, time.Hour, 0, 1},
		{"the server asked for six centuries", []answer{{status: 503, retryAfter: "18446744074"}}, 0, time.Hour, 0, 1},
		// The random time is shorter than 100µs with probability 100µs/20 years = 1.6e-13.
		{"the random time was some years", []answer{{status: 503}}, years, 100 * time.Microsecond, 0, 1},
	} {
		schedule.Bubble(t, func(t *testing.T) {
			p := newPark(append(test.script, answer{status: 200})...)
			ctx, cancel := context.WithTimeout(context.Background(), test.deadline)
			defer cancel()
			resp, err := p.get(t, ctx, &client.Client{HTTP: p.http(), Attempts: 9, Base: test.base, Max: test.base})
			require.ErrorIs(t, err, context.DeadlineExceeded, "%s, and the caller's deadline was after %v; expected DeadlineExceeded", test.what, test.deadline)
			require.Equal(t, test.returns, p.now(),
				"%s, and the caller's deadline was after %v; waiting was in vain, and Get should have said so at once (expected, then actual)",
				test.what, test.deadline)
			require.True(t, resp == nil, "Get gave up, and returned a response beside the error; expected nil")
			require.Len(t, p.at, test.tries, "%s, and the caller's deadline was after %v; the number of requests is wrong", test.what, test.deadline)
			p.checkBodies(t)
		})
	}
	schedule.Bubble(t, func(t *testing.T) {
		p := newPark(answer{status: 503, retryAfter: "2"}, answer{status: 200})
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_, err := p.get(t, ctx, &client.Client{HTTP: p.http(), Attempts: 2, Base: time.Second, Max: 2 * time.Second})
		require.NoError(t, err, "the server asked for 2s, the random time is 1s at most, and the deadline was after 5s; there was time for the second try")
	})
	// Two times that do not fit a time.Duration together. The naive sum is
	// negative when the random time is longer than 192 years of 292; none of
	// these is, with probability 0.66^200 < 1e-35.
	schedule.Bubble(t, func(t *testing.T) {
		const long = 292 * 365 * 24 * time.Hour
		for range crowd {
			p := newPark(answer{status: 503, retryAfter: "9223372037"}, answer{status: 200})
			ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
			_, err := p.get(t, ctx, &client.Client{HTTP: p.http(), Attempts: 2, Base: long, Max: long})
			cancel()
			require.ErrorIs(t, err, context.DeadlineExceeded,
				"the server asked for three centuries, Base and Max are 292 years, and one of many calls did not give up; "+
					"expected DeadlineExceeded (what does not fit a time.Duration is negative, and no wait at all)")
		}
	})
	// What counts is the random time that was drawn, and not the longest that
	// there could have been. All of them fall on one side with probability
	// 0.8^200 + 0.2^200 < 1e-19.
	schedule.Bubble(t, func(t *testing.T) {
		var waited, gaveUp int
		for range crowd {
			p := newPark(answer{status: 503}, answer{status: 200})
			ctx, cancel := context.WithTimeout(context.Background(), 8*time.Second)
			_, err := p.get(t, ctx, &client.Client{HTTP: p.http(), Attempts: 2, Base: 10 * time.Second, Max: 10 * time.Second})
			cancel()
			if err == nil {
				waited++
				continue
			}
			gaveUp++
			require.ErrorIs(t, err, context.DeadlineExceeded, "the random time is up to 10s, and the deadline was after 8s")
			require.Zero(t, p.now(), "the random time is up to 10s, and the deadline was after 8s; Get gave up, but not at once")
		}
		require.NotZero(t, waited, "the random time is up to 10s, the deadline was after 8s, and none of %d calls had time to wait; expected most of them", crowd)
		require.NotZero(t, gaveUp, "the random time is up to 10s, the deadline was after 8s, and all of %d calls had time to wait; expected some to give up", crowd)
	})
}

func TestTheRandomTimeDoublesUpToMax(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		for _, test := range []struct {
			asked     int // seconds, by each answer
			base, max time.Duration
			bounds    []time.Duration // of the first wait, of the second …
		}{
			{0, time.Second, 10 * time.Second, doubled(time.Second, 10*time.Second, 6)},
			{3, time.Second, 10 * time.Second, doubled(time.Second, 10*time.Second, 6)},
			{0, time.Hour, time.Second, []time.Duration{time.Second, time.Second}},
			// Forty-two doublings up to Max.
			{0, 1, time.Hour, doubled(1, time.Hour, 45)},
			// Shifted by 32 bits and more it leaves time.Duration, and what is
			// left looks like a bound: a positive one, and smaller than Max.
			{0, 1<<32 + 1, time.Hour, doubled(1<<32+1, time.Hour, 45)},
		} {
			retryAfter, where := "", fmt.Sprintf("Base %v, Max %v", test.base, test.max)
			if test.asked > 0 {
				retryAfter, where = strconv.Itoa(test.asked), fmt.Sprintf("Retry-After: %d, ", test.asked)+where
			}
			waits := make([][]time.Duration, len(test.bounds))
			for range crowd {
				p := newPark(append(repeat(len(waits), answer{status: 503, retryAfter: retryAfter}), answer{status: 200})...)
				_, err := p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: len(waits) + 1, Base: test.base, Max: test.max})
				require.NoError(t, err, "the server said 503 %d times and then 200, and Attempts is %d", len(waits), len(waits)+1)
				require.Len(t, p.at, len(waits)+1, "the server said 503 %d times and then 200; the number of requests is wrong", len(waits))
				for n := range waits {
					waits[n] = append(waits[n], p.at[n+1]-p.at[n])
				}
			}
			for n, bound := range test.bounds {
				checkSpread(t, fmt.Sprintf("%s, wait %d", where, n+1), waits[n], time.Duration(test.asked)*time.Second, bound)
			}
		}
	})
	// So many tries that Base·2^(n-1) does not fit a time.Duration by far. A
	// past date asks for nothing: it must not shorten the random time either.
	schedule.Bubble(t, func(t *testing.T) {
		const tries = crowd + 100
		p := newPark(answer{status: 503, retryAfter: "Fri, 31 Dec 1999 23:00:00 GMT"})
		p.limit = tries + 50
		_, err := p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: tries, Base: 3 * time.Millisecond, Max: time.Minute})
		require.ErrorIs(t, err, client.ErrGaveUp, "the server was busy at each of %d tries; expected ErrGaveUp", tries)
		require.Len(t, p.at, tries, "the server was busy for ever, and Attempts is %d", tries)
		var waits []time.Duration
		for n := tries - 1 - crowd; n < tries-1; n++ {
			waits = append(waits, p.at[n+1]-p.at[n])
		}
		checkSpread(t, fmt.Sprintf("Base 3ms, Max 1m, the last %d waits of %d", crowd, tries-1), waits, 0, time.Minute)
	})
	// With no bound to speak of, the random time is nearly surely some years.
	schedule.Bubble(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
		defer cancel()
		p := newPark(answer{status: 503}, answer{status: 200})
		c := &client.Client{HTTP: p.http(), Attempts: 2, Base: math.MaxInt64, Max: math.MaxInt64}
		var err error
		require.Empty(t, schedule.Panic(func() { _, err = p.get(t, ctx, c) }), "Base and Max are math.MaxInt64, and Get panicked")
		// It is shorter than 1ms with probability 1ms/292 years = 1.1e-13.
		require.ErrorIs(t, err, context.DeadlineExceeded, "Base and Max are math.MaxInt64, and the deadline was after 1ms; expected DeadlineExceeded")
	})
	// Doubled once it does not fit a time.Duration, and no bound is below Max
	// that does. The first wait is 147 years at most; for the second there may be
	// time before the deadline or not.
	schedule.Bubble(t, func(t *testing.T) {
		const year = 365 * 24 * time.Hour
		ctx, cancel := context.WithTimeout(context.Background(), 150*year)
		defer cancel()
		p := newPark(answer{status: 503}, answer{status: 503}, answer{status: 200})
		c := &client.Client{HTTP: p.http(), Attempts: 3, Base: 1<<62 + 1, Max: math.MaxInt64}
		var err error
		require.Empty(t, schedule.Panic(func() { _, err = p.get(t, ctx, c) }), "Base is 147 years, Max is math.MaxInt64, and Get panicked at the second wait")
		require.GreaterOrEqual(t, len(p.at), 2, "Base is 147 years, and the deadline was after 150; there was time for the second try")
		if err != nil {
			require.ErrorIs(t, err, context.DeadlineExceeded, "Base is 147 years, and the deadline was after 150; expected the third answer or DeadlineExceeded")
			return
		}
		// It is shorter than 1ms with probability 1.1e-13.
		require.Greater(t, p.at[2]-p.at[1], time.Millisecond, "Base is 147 years, Max is math.MaxInt64, and the second wait was next to nothing; expected a random time up to 292 years")
	})
	// So many that it shows when some times are likelier than others. If they are
	// not, each fifth has 400 of 2000, and one has fewer than 260 with probability
	// below 1e-15. Of the sum of two dice, the first fifth and the last have 160,
	// and 260 or more with probability below 1e-13.
	schedule.Bubble(t, func(t *testing.T) {
		const many, few, random = 2000, 260, 10 * time.Second
		var waits []time.Duration
		for range many {
			p := newPark(answer{status: 503}, answer{status: 200})
			_, err := p.get(t, context.Background(), &client.Client{HTTP: p.http(), Attempts: 2, Base: random, Max: random})
			require.NoError(t, err, "the server said 503 and then 200, and Attempts is 2")
			waits = append(waits, p.at[1])
		}
		for _, n := range fifths(waits, 0, random) {
			require.GreaterOrEqual(t, n, few, "Base and Max 10s: of %d waits fewer than %d lie in some fifth of the time from 0s to %v; "+
				"expected every time to be as likely as any other, which gives it some %d", many, few, random, many/5)
		}
	})
}

func TestTwoGetsOfOneClientDoNotDisturbEachOther(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		// Different waits, so that no two timers are due at one instant.
		ada := newPark(answer{status: 503, retryAfter: "2"}, answer{status: 200}, answer{status: 418})
		ben := newPark(answer{status: 503, retryAfter: "3"}, answer{status: 429}, answer{status: 404}, answer{status: 418})
		fork := fork{"/ada": ada, "/ben": ben}
		defer byDefault(fork, fork)()
		c := &client.Client{Attempts: 3}
		var adaGot, benGot string
		schedule.Go(t, "Ada", func() { adaGot = outcome(c.Get(context.Background(), "http://park.example/ada")) })
		schedule.Go(t, "Ben", func() { benGot = outcome(c.Get(context.Background(), "http://park.example/ben")) })
		time.Sleep(time.Minute)
		schedule.Quiesce()
		assert.Equal(t, "200", adaGot, "Ada and Ben used one client at the same time; the server told Ada 503 and then 200, and each of them has 3 tries")
		assert.Equal(t, "404", benGot, "Ada and Ben used one client at the same time; the server told Ben 503, 429 and then 404, and each of them has 3 tries")
		assert.Zero(t, ada.at[0]+ben.at[0], "Ada and Ben used one client, and one of them had to wait before the first try until the other was done")
	})
}

// outcome says in a word what Get returned.
func outcome(resp *http.Response, err error) string {
	switch {
	case err != nil:
		return err.Error()
	case resp == nil:
		return "neither an answer nor an error"
	}
	defer resp.Body.Close()
	return fmt.Sprint(resp.StatusCode)
}

// doubled returns the bounds of n random times, which double from base to most.
func doubled(base, most time.Duration, n int) []time.Duration {
	bounds := []time.Duration{base}
	for len(bounds) < n {
		bounds = append(bounds, min(2*bounds[len(bounds)-1], most))
	}
	return bounds
}

// crowd is how many random times are looked at together.
const crowd = 200

// checkSpread checks that each wait lies between from and from+random, and that
// they lie all over that interval: each fifth of it has one of them at least,
// and none has more than half.
//
// If all times are equally likely, a fifth stays empty with probability
// 0.8^200 = 4e-20, and has more than 100 of 200, where 40 are expected, with
// probability below exp(-44) = 8e-20 (Chernoff). There are five fifths, and a
// hundred calls in this file: a right answer fails with probability below 1e-16.
//
// A time is a whole number of nanoseconds, and below a hundred of them there are
// no fifths to speak of.
func checkSpread(t *testing.T, where string, waits []time.Duration, from, random time.Duration) {
	t.Helper()
	for _, wait := range waits {
		require.GreaterOrEqual(t, wait, from, "%s: a client came back before the %v that the server asked for were over", where, from)
		require.LessOrEqual(t, wait, from+random, "%s: a client came back later than it should; expected %v at the most", where, from+random)
	}
	if random < 100 {
		return
	}
	// Which fifth it is may be chance, and is left out.
	counts := fifths(waits, from, random)
	for _, n := range counts {
		require.NotZero(t, n, "%s: of %d waits none lies in some fifth of the time from %v to %v; expected them all over it",
			where, len(waits), from, from+random)
	}
	for _, n := range counts {
		require.LessOrEqual(t, n, len(waits)/2, "%s: of %d waits more than half lie in one fifth of the time from %v to %v; expected them evenly",
			where, len(waits), from, from+random)
	}
}

// fifths counts the waits in each fifth of the time between from and from+random.
func fifths(waits []time.Duration, from, random time.Duration) (counts [5]int) {
	for _, wait := range waits {
		counts[min(4, int((wait-from)/(random/5)))]++
	}
	return counts
}

// byDefault puts a server where http.DefaultClient sends its requests, and
// another one where everybody else does who has none, and returns how to put
// things back.
func byDefault(mine, others http.RoundTripper) (restore func()) {
	client, transport := http.DefaultClient.Transport, http.DefaultTransport
	http.DefaultClient.Transport, http.DefaultTransport = mine, others
	return func() { http.DefaultClient.Transport, http.DefaultTransport = client, transport }
}

// A fork sends each path to a server of its own.
type fork map[string]*park

func (f fork) RoundTrip(req *http.Request) (*http.Response, error) {
	return f[req.URL.Path].RoundTrip(req)
}

// An answer is what a park says to one request.
type answer struct {
	status     int
	retryAfter string
	body       *body // nil means a short text
	err        error // the connection breaks instead
	silent     bool  // nothing is said until the request's context ends
}

func repeat(n int, a answer) []answer {
	answers := make([]answer, n)
	for i := range answers {
		answers[i] = a
	}
	return answers
}

// A park is a server without a network. It gives its answers one after the
// other, and the last one again and again. It is made for one client that asks
// one thing at a time, so it needs no lock, and puts nobody's memory in order.
type park struct {
	answers  []answer
	limit    int // so many requests are answered
	opened   time.Time
	at       []time.Duration // when each request came
	requests []*http.Request
	bodies   []*body // of busy answers
	litter   string  // a body that was not done with when the next request came
	flood    string  // why the park has closed
}

func newPark(answers ...answer) *park {
	return &park{answers: answers, limit: 50, opened: time.Now()}
}

func (p *park) http() *http.Client { return &http.Client{Transport: p} }

func (p *park) now() time.Duration { return time.Since(p.opened) }

// get asks once, and ends the test when the client would have gone on for ever.
func (p *park) get(t *testing.T, ctx context.Context, c *client.Client) (*http.Response, error) {
	t.Helper()
	resp, err := c.Get(ctx, address)
	if p.flood != "" {
		t.Fatal(p.flood)
	}
	if resp != nil {
		t.Cleanup(func() { _ = resp.Body.Close() }) // as every caller should
	}
	return resp, err
}

func (p *park) RoundTrip(req *http.Request) (*http.Response, error) {
	p.at = append(p.at, p.now())
	p.requests = append(p.requests, req)
	for i, b := range p.bodies {
		if trouble := b.trouble(); trouble != "" && p.litter == "" {
			p.litter = fmt.Sprintf("the body of answer %d %s", i+1, trouble)
		}
	}

	// A client that asks again at once stops the clock of a bubble, and would
	// never come to an end.
	const tooMany = 50
	n := len(p.at)
	switch {
	case n > p.limit+tooMany:
		panic(p.flood)
	case n > tooMany && p.at[n-1-tooMany] == p.at[n-1]:
		p.flood = fmt.Sprintf("the server got %d requests in no time at all, and no end: a client that is turned away should wait, and give up in the end", tooMany)
	case n > p.limit:
		p.flood = fmt.Sprintf("the server got %d requests, and no end: a client should give up when the tries are used up", p.limit)
	}
	if p.flood != "" {
		return nil, errors.New(p.flood)
	}

	ctx := req.Context()
	if err := ctx.Err(); err != nil {
		return nil, err // so does http.Transport
	}
	a := p.answers[min(n, len(p.answers))-1]
	if a.silent {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(24 * time.Hour):
			return nil, errors.New("after a day the server went home")
		}
	}
	if a.err != nil {
		return nil, a.err
	}
	if a.body == nil {
		a.body = text("have a nice day\n")
	}
	a.body.ctx = ctx
	if a.status == http.StatusTooManyRequests || a.status == http.StatusServiceUnavailable {
		p.bodies = append(p.bodies, a.body)
	}
	header := http.Header{}
	if a.status == http.StatusFound {
		header.Set("Location", "/elsewhere")
	}
	if a.retryAfter != "" {
		header.Set("Retry-After", a.retryAfter)
	}
	return &http.Response{
		StatusCode: a.status, Status: fmt.Sprint(a.status, " ", http.StatusText(a.status)),
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: header, Body: a.body, ContentLength: -1, Request: req,
	}, nil
}

// checkBodies ends the test when the body of a busy answer is not done with.
func (p *park) checkBodies(t *testing.T) {
	t.Helper()
	schedule.Quiesce()
	for i, b := range p.bodies {
		if trouble := b.trouble(); trouble != "" {
			t.Fatalf("Get has returned, and the body of answer %d %s", i+1, trouble)
		}
	}
}

// A body counts what is read of it.
type body struct {
	text   string
	size   int // of the whole body
	read   int
	closed bool
	end    error           // what comes after the last byte; nil means io.EOF
	stuck  error           // what Close says
	ctx    context.Context // the request's: when it ends, nothing more can be read
}

const endless = math.MaxInt

func text(s string) *body { return &body{text: s, size: len(s)} }

func (b *body) Read(into []byte) (int, error) {
	switch {
	case b.closed:
		return 0, http.ErrBodyReadAfterClose
	case b.ctx.Err() != nil:
		return 0, b.ctx.Err()
	case b.read > 2<<20:
		return 0, errors.New("enough is enough")
	}
	n := min(len(into), b.size-b.read)
	if b.text != "" {
		copy(into[:n], b.text[b.read:])
	} else {
		copy(into[:n], strings.Repeat("x", n))
	}
	b.read += n
	if b.read == b.size {
		return n, cmp.Or(b.end, io.EOF)
	}
	return n, nil
}

func (b *body) Close() error {
	b.closed = true
	return b.stuck
}

// trouble says what keeps the body's connection from being used again.
func (b *body) trouble() string {
	switch {
	case b.read > 1<<20:
		return "was read on and on; expected 1 MiB at the most, because the server may never stop"
	case b.read < min(b.size, 64<<10):
		return fmt.Sprintf("was not drained: %d bytes of it were read; expected %d at the least", b.read, min(b.size, 64<<10))
	case !b.closed:
		return "is still open; expected it closed"
	}
	return ""
}
