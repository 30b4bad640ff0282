package server_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"maps"
	"mime"
	"net"
	"net/http"
	"net/http/httptest"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	server "example.com/backpressure/01-backpressure/4-server"
	"example.com/backpressure/internal/schedule"
)

const (
	completed = "Work completed\n"
	busy      = "Server is busy, please try again later.\n"
	healthy   = "ok\n"
)

func TestProcessAnswersWhenTheWorkIsDone(t *testing.T) {
	for _, target := range []string{"/process", "/process?guest=11"} {
		schedule.Bubble(t, func(t *testing.T) {
			defer letWorkEnd()
			var begun, done schedule.Gauge
			h := server.New(&slots{limit: 1}, func(context.Context) {
				begun.Enter()
				time.Sleep(2 * time.Second)
				done.Enter()
			})
			c := ask(h, "GET", target)
			schedule.Quiesce()
			expect(t, 1, begun.Now(), "GET %s: the number of times that the work was begun is", target)
			require.Equal(t, 1, done.Now(), "GET %s was answered while the work for it was still going on; expected the answer after it", target)
			expect(t, http.StatusOK, c.status(), "GET %s: the client got the status", target)
			expect(t, completed, c.body.String(), "GET %s: the client read", target)
		})
	}
}

func TestAnotherMethodGets405(t *testing.T) {
	for _, l := range []func() *slots{free, full} {
		for _, path := range []string{"/process", "/healthz"} {
			for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "RIDE", "get"} {
				schedule.Bubble(t, func(t *testing.T) {
					var works schedule.Gauge
					h := server.New(l(), func(context.Context) { works.Enter() })
					c := ask(h, method, path)
					schedule.Quiesce()
					expect(t, http.StatusMethodNotAllowed, c.status(), "%s %s on a %v: the client got the status", method, path, l())
					require.Contains(t, list(c.sent.Values("Allow")), "GET",
						"%s %s is not allowed, and the client looked into the Allow header for what is; expected GET in it", method, path)
					require.Zero(t, works.Now(), "%s %s is not allowed, and yet the work was done; expected none", method, path)
				})
			}
		}
	}
}

func TestAnotherPathGets404(t *testing.T) {
	for _, l := range []func() *slots{free, full} {
		for _, path := range []string{"/", "/Process", "/processing", "/process/now", "/healthz/live", "/park/process"} {
			for _, method := range []string{"GET", "HEAD", "POST", "OPTIONS"} {
				schedule.Bubble(t, func(t *testing.T) {
					var works schedule.Gauge
					h := server.New(l(), func(context.Context) { works.Enter() })
					c := ask(h, method, path)
					schedule.Quiesce()
					expect(t, http.StatusNotFound, c.status(), "%s %s on a %v: the client got the status", method, path, l())
					require.Zero(t, works.Now(), "there is nothing at %s, and yet the work was done; expected none", path)
				})
			}
		}
	}
}

func TestTwoServersShareNothing(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		var coaster, carousel schedule.Gauge
		coasterSlots, carouselSlots := &slots{limit: 1}, &slots{limit: 1}
		h := server.New(coasterSlots, func(context.Context) { coaster.Enter() })
		server.New(carouselSlots, func(context.Context) { carousel.Enter() })
		ask(h, "GET", "/process")
		schedule.Quiesce()
		expect(t, 1, coaster.Now(), "the coaster's server was asked; the number of times that it did its work is")
		require.Zero(t, carousel.Now(), "the coaster's server was asked, and the carousel's work was done; expected each to do its own")
		require.Zero(t, carouselSlots.asked.Now(), "the coaster's server was asked, and it took a slot of the carousel's; expected each to have its own")
	})
}

func TestAHealthCheckDoesNoWorkAndTakesNoSlot(t *testing.T) {
	for _, request := range []string{"GET /healthz", "GET /healthz?of=coaster", "HEAD /healthz"} {
		schedule.Bubble(t, func(t *testing.T) {
			var works schedule.Gauge
			l := &slots{limit: 1}
			method, target, _ := strings.Cut(request, " ")
			c := ask(server.New(l, func(context.Context) { works.Enter() }), method, target)
			schedule.Quiesce()
			expect(t, http.StatusOK, c.status(), "%s: the operator got the status", request)
			if method == "GET" {
				expect(t, healthy, c.body.String(), "%s: the operator read", request)
			}
			require.Zero(t, works.Now(), "the operator asked for the server's health, and the server did the heavy work; expected none")
			require.Zero(t, l.asked.Now(), "the operator asked for the server's health, and the server took a slot for it; expected none")
		})
	}
}

func TestTheWorkRunsInsideASlot(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		defer letWorkEnd()
		var inside schedule.Gauge
		l := &slots{limit: 1}
		h := server.New(l, func(context.Context) {
			time.Sleep(2 * time.Second)
			if l.taken.Now() == 1 {
				inside.Enter()
			}
		})
		for request := 1; request <= 3; request++ {
			c := ask(h, "GET", "/process")
			expect(t, http.StatusOK, c.status(), "client %d came when the only slot was free: it got the status", request)
			require.Equal(t, request, inside.Now(), "the work for client %d was done outside the slots; expected it inside Execute, from beginning to end", request)
			expect(t, request, l.asked.Now(), "after %d requests, the number of times that the limiter was asked is", request)
		}
	})
}

func TestTheClientIsTurnedAwayWhenTheLimiterSaysNo(t *testing.T) {
	for _, no := range []error{
		errors.New("too many concurrent requests"),
		errors.New("the park closes at eight"),
		fmt.Errorf("limiter: %w", context.DeadlineExceeded),
		http.ErrAbortHandler,
		io.EOF,
	} {
		for _, method := range []string{"GET", "HEAD"} {
			schedule.Bubble(t, func(t *testing.T) {
				var works schedule.Gauge
				l := &slots{limit: 1, no: []error{no}} // says no once, and would say yes the second time
				h := server.New(l, func(context.Context) { works.Enter() })
				asked := time.Now()
				c := ask(h, method, "/process")
				schedule.Quiesce()
				expect(t, http.StatusTooManyRequests, c.status(), "the limiter said no (%q) to %s /process: the client got the status", no, method)
				require.Zero(t, works.Now(), "the limiter said no (%q), and yet the work was done; expected none", no)
				require.Zero(t, time.Since(asked), "the limiter said no, and the client had to wait to hear it; expected 429 at once")
				if method == "GET" {
					expect(t, busy, c.body.String(), "the limiter said no (%q): the client read", no)
				}
				c = ask(h, method, "/process")
				expect(t, http.StatusOK, c.status(), "the limiter said no to one client and yes to the next: the second client got the status")
			})
		}
	}
}

func TestHeadersComeBeforeTheStatus(t *testing.T) {
	everyKind(t, func(t *testing.T, kind string, c *client) {
		for name, values := range asSent(c.header) {
			if strings.HasPrefix(name, http.TrailerPrefix) {
				continue
			}
			require.True(t, reflect.DeepEqual(values, c.sent[name]),
				"%s: the header %s was set to %q after the status, when the headers had gone out with %q", kind, name, values, c.sent[name])
		}
	})
}

func TestTheClientHearsWhenToComeBack(t *testing.T) {
	const found = "a client was turned away, looked at Retry-After, and found %q there; expected a whole number of seconds, at least 1"
	for _, method := range []string{"GET", "HEAD"} {
		schedule.Bubble(t, func(t *testing.T) {
			c := ask(server.New(full(), func(context.Context) {}), method, "/process")
			expect(t, http.StatusTooManyRequests, c.status(), "%s /process on a full server: the client got the status", method)
			require.Regexp(t, wholeSeconds, c.retryAfter(), found, c.retryAfter())
		})
	}
	// What is right once can be 0 the next time: a random number, a count, the
	// time until the next full minute. So many clients come, for two hours
	// around midnight and in each second of them, that a server which says 0 to
	// one in 300 at random gets by with probability (299/300)^10000 < 1e-14,
	// and one that counts or looks at the clock does not get by.
	schedule.Bubble(t, func(t *testing.T) {
		const clients = 10_000
		h := server.New(&slots{limit: 0}, func(context.Context) {})
		time.Sleep(23 * time.Hour) // in a bubble it was midnight, the first of January 2000
		for range clients {
			c := ask(h, "GET", "/process")
			expect(t, http.StatusTooManyRequests, c.status(), "GET /process on a full server: the client got the status")
			require.Regexp(t, wholeSeconds, c.retryAfter(), found, c.retryAfter())
			time.Sleep(700 * time.Millisecond)
		}
	})
}

func TestEveryRequestGetsOneStatus(t *testing.T) {
	everyKind(t, func(t *testing.T, kind string, c *client) {
		require.LessOrEqual(t, len(c.statuses), 1, "%s: the server wrote the statuses %v; expected one", kind, c.statuses)
	})
}

func TestTheAnswerIsWrittenWhenTheSlotIsBack(t *testing.T) {
	everyKind(t, func(t *testing.T, kind string, c *client) {
		require.False(t, c.inSlot, "%s: the server wrote (part of) the answer while it still held the slot; "+
			"a client that reads slowly would hold it for as long as it likes", kind)
	})
}

func TestTheWorkHasTheRequestsContext(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		type guest struct{}
		var named, stopped schedule.Gauge
		giveUp := make(chan struct{})
		h := server.New(&slots{limit: 1}, func(ctx context.Context) {
			if ctx.Value(guest{}) == "Ada" {
				named.Enter()
			}
			select {
			case <-ctx.Done():
				stopped.Enter()
			case <-giveUp:
			}
		})
		ctx, cancel := context.WithCancel(context.WithValue(t.Context(), guest{}, "Ada"))
		askUntilGone(ctx, t, h)
		schedule.Quiesce()
		early := stopped.Now()
		cancel()
		schedule.Quiesce()
		late := stopped.Now()
		close(giveUp)
		assert.Equal(t, 1, named.Now(), "the request's context carries a value, and the work did not find it in its own; expected the request's context or one derived from it")
		assert.Zero(t, early, "the client is still there, and the work's context has ended already; expected it to last as long as the request's")
		assert.Equal(t, 1, early+late, "the client went away, and the work's context did not end; expected it to end at once, or the work goes on for nobody")
	})
}

func TestTheWorkHasAllTheTimeItNeeds(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		defer letWorkEnd()
		var deadlines, cut, done schedule.Gauge
		h := server.New(&slots{limit: 1}, func(ctx context.Context) {
			if _, has := ctx.Deadline(); has {
				deadlines.Enter()
			}
			time.Sleep(100 * time.Hour)
			if ctx.Err() != nil {
				cut.Enter()
			}
			done.Enter()
		})
		c := ask(h, "GET", "/process")
		assert.Zero(t, deadlines.Now(), "the request has no deadline, and the work's context has one; expected none")
		assert.Zero(t, cut.Now(), "the work took a hundred hours, and its context ended before it did; expected it to last")
		assert.NotZero(t, done.Now(), "the work takes a hundred hours, and the client was answered before; expected it to wait")
		expect(t, http.StatusOK, c.status(), "the work took a hundred hours, and the client waited: it got the status")
	})
}

func TestEveryBodyIsPlainTextOnTheWire(t *testing.T) {
	for _, l := range []func() *slots{free, full} {
		schedule.Bubble(t, func(t *testing.T) {
			p := open(t, server.New(l(), func(context.Context) {}))
			for _, request := range []string{"GET /process", "GET /healthz", "POST /process", "PUT /healthz", "GET /nowhere"} {
				method, path, _ := strings.Cut(request, " ")
				res, body, err := p.do(method, path)
				require.NoError(t, err, "%s: the client expected a whole answer and got none", request)
				if body == "" {
					continue
				}
				kind := res.Header.Get("Content-Type")
				require.True(t, plainText(kind),
					"%s got a %s whose Content-Type is %q; expected text/plain; charset=utf-8", request, res.Status, kind)
				if want := map[string]string{"200/process": completed, "429/process": busy, "200/healthz": healthy}[fmt.Sprint(res.StatusCode, path)]; want != "" {
					expect(t, want, body, "%s got a %s: over the wire, the client read", request, res.Status)
				}
			}
		})
	}
}

func TestHeadDoesTheWorkToo(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		var works schedule.Gauge
		p := open(t, server.New(&slots{limit: 1}, func(context.Context) { works.Enter() }))
		res, _, err := p.do("HEAD", "/process")
		require.NoError(t, err, "HEAD /process: the client expected an answer and got none")
		schedule.Quiesce()
		expect(t, http.StatusOK, res.StatusCode, "HEAD /process: the client got the status")
		expect(t, 1, works.Now(), "HEAD /process: the number of times that the work was done is")
	})
}

func TestAFullServerSaysNoAtOnce(t *testing.T) {
	for _, limit := range []int{1, 1100} { // not a round number: a server may have a limit of its own
		schedule.Bubble(t, func(t *testing.T) {
			var works schedule.Gauge
			hold := make(chan struct{})
			release := sync.OnceFunc(func() { close(hold) })
			defer release()
			l := &slots{limit: limit}
			h := server.New(l, func(context.Context) {
				works.Enter()
				defer works.Leave()
				<-hold
			})

			clients := make([]client, limit)
			for i := range clients {
				schedule.Go(t, fmt.Sprintf("client %d", i+1), func() {
					clients[i].ask(h, httptest.NewRequest("GET", "/process", nil))
				})
			}
			schedule.Quiesce()
			expect(t, limit, works.Now(), "%d slots, and as many clients: the number of requests that are worked on is", limit)

			var late [3]client
			for i := range late {
				name := fmt.Sprintf("client %d", limit+1+i)
				schedule.Go(t, name, func() { late[i].ask(h, httptest.NewRequest("GET", "/process", nil)) })
				schedule.Quiesce()
				require.LessOrEqual(t, works.Now(), limit, "%s came when no slot of %d was free, and one request more is worked on; expected 429", name, limit)
				require.NotZero(t, late[i].answered.Now(), "%s came when no slot of %d was free, and waits; expected 429 at once", name, limit)
				expect(t, http.StatusTooManyRequests, late[i].status(), "%s came when no slot of %d was free: it got the status", name, limit)
			}

			release()
			schedule.Quiesce()
			for i := range clients {
				require.NotZero(t, clients[i].answered.Now(), "the work for client %d is done, and it waits for its answer; expected it at once", i+1)
				expect(t, http.StatusOK, clients[i].status(), "client %d had a slot while others were turned away: it got the status", i+1)
			}
			expect(t, http.StatusOK, ask(h, "GET", "/process").status(), "every slot is free again: the next client got the status")
		})
	}
}

func TestAFullServerIsStillHealthy(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		hold := make(chan struct{})
		defer close(hold)
		h := server.New(&slots{limit: 1}, func(context.Context) { <-hold })
		schedule.Go(t, "the client at work", func() { ask(h, "GET", "/process") })
		schedule.Quiesce()

		var operator client
		schedule.Go(t, "the operator", func() { operator.ask(h, httptest.NewRequest("GET", "/healthz", nil)) })
		schedule.Quiesce()
		require.NotZero(t, operator.answered.Now(), "the only slot is taken, and the operator who asks for the server's health waits; expected an answer at once")
		expect(t, http.StatusOK, operator.status(), "the only slot is taken, and the operator asks for the server's health: it got the status")
		expect(t, healthy, operator.body.String(), "the only slot is taken, and the operator asks for the server's health: it read")
	})
}

func TestTheSlotIsHeldUntilTheWorkIsOver(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		hold := make(chan struct{})
		defer close(hold)
		l := &slots{limit: 1}
		h := server.New(l, func(context.Context) { <-hold }) // work that does not look at its context
		ctx, cancel := context.WithCancel(t.Context())
		askUntilGone(ctx, t, h)
		schedule.Quiesce()
		before := l.taken.Now()
		cancel()
		time.Sleep(100 * time.Hour)
		expect(t, before, l.taken.Now(), "the client has gone away, and the work goes on without it: the number of slots that are taken is")
	})
}

func TestASlowReaderHoldsNoSlot(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, server.New(&slots{limit: 1}, func(context.Context) {}))
		slow := p.dial(t)
		_, err := io.WriteString(slow, "GET /process HTTP/1.1\r\nHost: park\r\nConnection: close\r\n\r\n")
		require.NoError(t, err, "the server did not read the request")
		schedule.Quiesce() // the work is done, and nobody reads the answer

		res, _, err := p.do("GET", "/process")
		require.NoError(t, err, "one client does not read its answer, and the next one got none; expected that the one does not hold up the other")
		expect(t, http.StatusOK, res.StatusCode, "one client had its work done and does not read the answer; there is only one slot: the next client got the status")

		res, err = http.ReadResponse(bufio.NewReader(slow), nil)
		require.NoError(t, err, "the client that reads slowly found no answer when it looked; expected its 200")
		expect(t, http.StatusOK, res.StatusCode, "the client that reads slowly got the status")
	})
}

func TestASlowSenderHoldsNoSlot(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, server.New(&slots{limit: 1}, func(context.Context) {}))
		slow := p.dial(t)
		schedule.Go(t, "the slow sender", func() { _, _ = io.Copy(io.Discard, slow) }) // it reads whatever comes
		_, err := io.WriteString(slow, "GET /process HTTP/1.1\r\nHost: park\r\nContent-Length: 100\r\n\r\nDear park,")
		require.NoError(t, err, "the server did not read the request")
		schedule.Quiesce() // the rest of the request does not come

		res, _, err := p.do("GET", "/process")
		require.NoError(t, err, "one client does not send the rest of its request, and the next one got no answer; expected that the one does not hold up the other")
		expect(t, http.StatusOK, res.StatusCode, "one client does not send the rest of its request, and there is only one slot: the next client got the status")
	})
}

func TestASlowReaderHoldsUpNobody(t *testing.T) {
	for _, slow := range []struct {
		readers int
		request string
	}{{1, "GET /process"}, {1, "GET /healthz"}, {1, "POST /process"}, {1, "GET /nowhere"}, {1100, "GET /process"}} {
		for _, l := range []func() *slots{free, full} {
			schedule.Bubble(t, func(t *testing.T) {
				read := make(chan struct{})
				defer close(read)
				limiter := l()
				limiter.no = slices.Repeat(limiter.no, slow.readers)
				h := server.New(limiter, func(context.Context) {})
				// Where a connection breaks off instead, nobody is held up either.
				method, path, _ := strings.Cut(slow.request, " ")
				for i := range slow.readers {
					schedule.Go(t, fmt.Sprintf("slow reader %d", i+1), func() {
						schedule.Panic(func() {
							h.ServeHTTP(&slowReader{client: new(client), read: read}, httptest.NewRequest(method, path, nil))
						})
					})
					time.Sleep(time.Hour) // the answer is under way, and nobody reads it
				}
				for _, next := range []string{"GET /process", "GET /healthz", "POST /process", "GET /nowhere"} {
					var done schedule.Gauge
					method, path, _ := strings.Cut(next, " ")
					schedule.Go(t, "the next client", func() {
						schedule.Panic(func() { ask(h, method, path) })
						done.Enter()
					})
					time.Sleep(time.Hour)
					require.NotZero(t, done.Now(),
						"on a %v, %s did not read the answer to %s, and the next one asked with %s and waits since; expected that nobody is held up",
						l(), schedule.Count(slow.readers, "client"), slow.request, next)
				}
			})
		}
	}
}

func TestTwoRequestsAreNotMixedUp(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var works schedule.Gauge
		h := server.New(free(), func(context.Context) {
			works.Enter()
			runtime.Gosched() // so that the other one comes in between now and then
		})
		var ada, ben client
		schedule.Go(t, "Ada", func() { ada.ask(h, httptest.NewRequest("GET", "/process", nil)) })
		schedule.Go(t, "Ben", func() { ben.ask(h, httptest.NewRequest("GET", "/process", nil)) })
		schedule.Quiesce()

		told := 0
		for _, c := range []*client{&ada, &ben} {
			require.NotZero(t, c.answered.Now(), "two requests came at once, and one of them waits; expected an answer to both")
			if c.status() == http.StatusOK {
				told++
			}
		}
		expect(t, works.Now(), told, "two requests came at once, and the work was done %d times: the number of clients that got the status 200 is", works.Now())
	})
}

// The last of the tests, because a panic that nobody recovers ends them all.
func TestAPanicInTheWorkCostsOneAnswerAndNoSlot(t *testing.T) {
	const breakdown = "the ride broke down (if this ends the program: net/http recovers a panic in the handler's own goroutine, and in no other)"

	schedule.Bubble(t, func(t *testing.T) {
		defer letWorkEnd()
		var done schedule.Gauge
		ask(server.New(free(), func(context.Context) { time.Sleep(time.Second); done.Enter() }), "GET", "/process")
		require.NotZero(t, done.Now(), "the client was answered before the work was done; expected the answer after it, since the work may still fail")
	})

	schedule.Bubble(t, func(t *testing.T) {
		var trouble atomic.Pointer[any] // what the work panics with
		l := free()
		p := open(t, server.New(l, func(context.Context) {
			if value := trouble.Load(); value != nil {
				panic(*value)
			}
		}))
		for _, panicked := range []struct {
			with  string
			value any
		}{{"a string", breakdown}, {"an error", errors.New(breakdown)}, {"http.ErrAbortHandler", http.ErrAbortHandler}} {
			trouble.Store(&panicked.value)
			res, body, err := p.do("GET", "/process")
			if err == nil { // otherwise the connection broke off, which tells the client enough
				require.Equal(t, http.StatusInternalServerError, res.StatusCode,
					"the work panicked with %s, and the client got a %s that says %q; expected a 500, or that the connection breaks off", panicked.with, res.Status, body)
				if kind := res.Header.Get("Content-Type"); body != "" {
					require.True(t, plainText(kind), "the work panicked, and the 500 has the Content-Type %q; expected text/plain; charset=utf-8", kind)
				}
			}
			schedule.Quiesce()
			require.Zero(t, l.taken.Now(), "the work panicked, and its slot is still taken; expected it to be free")
			trouble.Store(nil)
			res, _, err = p.do("GET", "/process")
			require.NoError(t, err, "one request's work panicked, and the next client got no answer; expected the server to live on")
			expect(t, http.StatusOK, res.StatusCode, "one request's work panicked: the next client got the status")
			res, body, err = p.do("GET", "/healthz")
			require.NoError(t, err, "one request's work panicked, and the operator who asked for the server's health got no answer; expected the server to live on")
			expect(t, http.StatusOK, res.StatusCode, "one request's work panicked, and the server serves the next: the operator asked for its health and got the status")
			expect(t, healthy, body, "one request's work panicked, and the server serves the next: the operator asked for its health and read")
		}
	})

	schedule.Bubble(t, func(t *testing.T) {
		c := &client{slots: free()}
		h := server.New(c.slots, func(context.Context) { panic(breakdown) })
		if schedule.Panic(func() { c.ask(h, httptest.NewRequest("GET", "/process", nil)) }) == "" {
			require.LessOrEqual(t, len(c.statuses), 1, "the work panicked, and the server wrote the statuses %v; expected one", c.statuses)
			require.False(t, c.inSlot, "the work panicked, and the server wrote the answer while it still held the slot; expected it afterwards")
		}
	})

	schedule.Explore(t, func(t *testing.T) {
		h := server.New(&slots{limit: 2}, func(context.Context) { panic(breakdown) })
		var done schedule.Gauge
		for _, name := range []string{"Ada", "Ben"} {
			schedule.Go(t, name, func() {
				schedule.Panic(func() { ask(h, "GET", "/process") })
				done.Enter()
			})
		}
		schedule.Quiesce()
		expect(t, 2, done.Now(), "two requests came at once, and the work for both panicked: the number of clients who know is")
	})
}

// expect ends the test with a sentence when a client, an operator or a limiter
// saw something else than it should.
func expect[T comparable](t *testing.T, want, got T, situation string, args ...any) {
	t.Helper()
	if got != want {
		t.Fatalf("%s %#v; expected %#v", fmt.Sprintf(situation, args...), got, want)
	}
}

// wholeSeconds is what Retry-After should say.
var wholeSeconds = regexp.MustCompile(`^0*[1-9][0-9]*$`)

// letWorkEnd passes the time until work has ended that a server did not wait
// for. A body that began such work calls it last: time stands still once the
// body has returned, and what sleeps then counts as left behind.
func letWorkEnd() { time.Sleep(101 * time.Hour) }

// askUntilGone asks with a ctx that ends. What a client that has gone is answered
// is the server's to decide, and net/http has a panic for a handler that breaks off.
func askUntilGone(ctx context.Context, t *testing.T, h http.Handler) {
	schedule.Go(t, "the client who goes away", func() {
		defer func() {
			if p := recover(); p != nil && p != http.ErrAbortHandler {
				panic(p)
			}
		}()
		new(client).ask(h, httptest.NewRequestWithContext(ctx, "GET", "/process", nil))
	})
}

// everyKind asks a server everything that it can be asked, each time a new
// one, and hands what the client got to check.
func everyKind(t *testing.T, check func(t *testing.T, kind string, c *client)) {
	t.Helper()
	for _, l := range []func() *slots{free, full} {
		for _, request := range []string{
			"GET /process", "HEAD /process", "POST /process",
			"GET /healthz", "HEAD /healthz", "POST /healthz", "GET /nowhere", "POST /nowhere",
		} {
			schedule.Bubble(t, func(t *testing.T) {
				defer letWorkEnd()
				c := &client{slots: l()}
				h := server.New(c.slots, func(context.Context) { time.Sleep(time.Second) })
				method, path, _ := strings.Cut(request, " ")
				text := schedule.Panic(func() { c.ask(h, httptest.NewRequest(method, path, nil)) })
				if text == "" { // otherwise the client got nothing that could be checked
					check(t, fmt.Sprintf("%s on a %v", request, l()), c)
				}
			})
		}
	}
}

// slots is the limiter of these tests. It says nothing to the race detector,
// so that asking it puts no memory accesses of a server in order.
type slots struct {
	limit int
	no    []error // what it says to the first that ask, whatever is free

	asked schedule.Gauge // everybody who ever asked
	taken schedule.Gauge // those who hold a slot now
}

func free() *slots { return &slots{limit: 1} }

// full returns slots that say no for so long that only a server that does not
// take no for an answer gets to hear yes.
func full() *slots {
	return &slots{limit: 1, no: slices.Repeat([]error{errFull}, 50)}
}

var errFull = errors.New("every slot is taken")

func (s *slots) String() string {
	if len(s.no) > 0 {
		return "full server"
	}
	return "server with a free slot"
}

func (s *slots) Execute(f func()) error {
	if n := s.asked.Enter(); n <= len(s.no) {
		return s.no[n-1]
	}
	defer s.taken.Leave()
	if s.taken.Enter() > s.limit {
		return errFull
	}
	f()
	return nil
}

// A client is a ResponseWriter that remembers what was written, and when.
type client struct {
	slots *slots // when set, the slots that nothing should be written in

	header   http.Header
	sent     http.Header // the headers as they were when the status was written
	statuses []int
	body     strings.Builder
	inSlot   bool
	answered schedule.Gauge
}

// ask returns what a new client got for its request.
func ask(h http.Handler, method, target string) *client {
	c := new(client)
	c.ask(h, httptest.NewRequest(method, target, nil))
	return c
}

func (c *client) ask(h http.Handler, r *http.Request) {
	h.ServeHTTP(c, r)
	if c.statuses == nil { // then net/http writes a 200, with these headers
		c.sent = asSent(c.Header())
	}
	c.answered.Enter()
}

func (c *client) Header() http.Header {
	if c.header == nil {
		c.header = http.Header{}
	}
	return c.header
}

func (c *client) WriteHeader(status int) {
	c.look()
	if c.statuses == nil {
		c.sent = asSent(c.Header())
	}
	c.statuses = append(c.statuses, status)
}

func (c *client) Write(p []byte) (int, error) {
	c.Flush()
	return c.body.Write(p)
}

func (c *client) Flush() {
	c.look()
	if c.statuses == nil {
		c.WriteHeader(http.StatusOK)
	}
}

// asSent returns headers as a client finds them, for which Retry-After and
// retry-after are one name.
func asSent(h http.Header) http.Header {
	sent := http.Header{}
	for _, name := range slices.Sorted(maps.Keys(h)) {
		sent[http.CanonicalHeaderKey(name)] = append(sent[http.CanonicalHeaderKey(name)], h[name]...)
	}
	return sent
}

// look sees whether a slot is taken while this client reads. Reading takes it a
// moment, in which everybody else comes to rest.
func (c *client) look() {
	if c.slots == nil {
		return
	}
	time.Sleep(time.Nanosecond)
	if c.slots.taken.Now() > 0 {
		c.inSlot = true
	}
}

// retryAfter is what the client found in its Retry-After headers.
func (c *client) retryAfter() string {
	return strings.Join(c.sent.Values("Retry-After"), ", ")
}

// status is the first status that was written, the one that a client sees, or
// the 200 that net/http writes when a handler has written none.
func (c *client) status() int {
	return slices.Concat(c.statuses, []int{http.StatusOK})[0]
}

// A slowReader takes nothing of its answer's body until read is closed.
type slowReader struct {
	*client
	read chan struct{}
}

func (r *slowReader) Write(p []byte) (int, error) {
	<-r.read
	return r.client.Write(p)
}

func (r *slowReader) Flush() {
	<-r.read
	r.client.Flush()
}

// A park is a real server at the other end of a pipe, in virtual time.
type park struct {
	conns  chan net.Conn
	closed chan struct{}
	client *http.Client
}

// open serves h until the test is over.
func open(t *testing.T, h http.Handler) *park {
	p := &park{conns: make(chan net.Conn), closed: make(chan struct{})}
	s := &http.Server{Handler: h, ErrorLog: log.New(io.Discard, "", 0)}
	schedule.Go(t, "the server", func() { _ = s.Serve(p) })
	p.client = &http.Client{
		// A client that waits an hour waits in vain.
		Timeout: time.Hour,
		Transport: &http.Transport{
			DisableKeepAlives: true,
			DialContext:       func(context.Context, string, string) (net.Conn, error) { return p.dial(t), nil },
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	t.Cleanup(func() { _ = s.Close() })
	return p
}

// do sends one request and reads the whole answer.
func (p *park) do(method, path string) (res *http.Response, body string, err error) {
	req, err := http.NewRequest(method, "http://park"+path, nil)
	if err != nil {
		return nil, "", err
	}
	res, err = p.client.Do(req)
	if err != nil {
		return nil, "", err
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	return res, string(b), err
}

// dial connects to the server, until the test is over.
func (p *park) dial(t *testing.T) net.Conn {
	near, far := net.Pipe()
	t.Cleanup(func() { _ = near.Close() })
	p.conns <- far
	return near
}

func (p *park) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *park) Close() error { close(p.closed); return nil }

func (p *park) Addr() net.Addr { return &net.UnixAddr{Name: "park", Net: "pipe"} }

// list returns the elements of a header that is a list.
func list(values []string) []string {
	var all []string
	for v := range strings.SplitSeq(strings.Join(values, ","), ",") {
		all = append(all, strings.TrimSpace(v))
	}
	return all
}

// plainText says whether a Content-Type is text/plain; charset=utf-8, however
// it is spelt.
func plainText(contentType string) bool {
	kind, params, err := mime.ParseMediaType(contentType)
	return err == nil && kind == "text/plain" && strings.EqualFold(params["charset"], "utf-8")
}
