package gateway_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	gateway "example.com/backpressure/03-combined/4-gateway"
	"example.com/backpressure/internal/schedule"
)

// timeout is that of every gateway in these tests. Whoever needs longer is late.
const timeout = 2 * time.Second

var (
	errBusy    = errors.New("too many concurrent requests")
	errItRains = errors.New("it rains")
)

func TestAGatewayIsBuiltOnlyWhenItCanWork(t *testing.T) {
	coaster, swings := answers("coaster", 0, 45), answers("swings", 0, 5)
	for _, bad := range []struct {
		what  string
		build func()
		says  string
	}{
		{"no backends", func() { gateway.New(free(), timeout) }, `\b0 backends`},
		{"two backends called coaster", func() { gateway.New(free(), timeout, coaster, swings, coaster) }, `coaster`},
		{"a timeout of 0s", func() { gateway.New(free(), 0, coaster) }, `\b0s`},
		{"a timeout of -3s", func() { gateway.New(free(), -3*time.Second, coaster) }, `-3s`},
	} {
		text := schedule.Panic(bad.build)
		if assert.NotEmpty(t, text, "somebody built a gateway with %s; New should panic", bad.what) {
			assert.Regexp(t, `(?s)^gateway.*`+bad.says, text,
				"somebody built a gateway with %s; New panics, but the text should start with \"gateway\" and name what was wrong", bad.what)
		}
	}
}

func TestEveryWaitingTimeIsInTheReport(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		var calls schedule.Gauge
		got := ask(t.Context(), gateway.New(free(), timeout,
			counted(&calls, answers("carousel", 0, 5)),
			counted(&calls, answers("coaster", time.Second, 45)),
			counted(&calls, answers("swings", time.Millisecond, 0))))
		got.expect(t, waits{"carousel": 5, "coaster": 45, "swings": 0}, missing{}, "three rides were asked, and all of them answered")
		expect(t, 3, calls.Now(), "one report was made of three rides: the number of times that Wait was called is")
	})
	schedule.Bubble(t, func(t *testing.T) {
		got := ask(t.Context(), gateway.New(free(), timeout, answers("", 0, -1), answers("swings", time.Second, 10)))
		got.expect(t, waits{"": -1, "swings": 10}, missing{}, "two rides were asked, and both answered; one has an empty name, and its guests wait for -1 minutes")
	})
}

func TestThePageIsTheReportAsJSON(t *testing.T) {
	for _, request := range []string{"GET /", "GET /waits?in=minutes", "POST /a/b", "RIDE //"} {
		schedule.Bubble(t, func(t *testing.T) {
			p := browse(t.Context(), gateway.New(free(), timeout, answers("carousel", 0, 5), answers("swings", time.Second, 0)), request)
			p.expectJSON(t, http.StatusOK, `{"waits":{"carousel":5,"swings":0},"missing":{}}`, request+", and every ride answered")
		})
	}
}

func TestReportSleepsWhileItWaits(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		const years = 365 * 24 * time.Hour
		opens := make(chan struct{})
		g := gateway.New(free(), 3*years, gateway.Backend{Name: "coaster", Wait: func(context.Context) (int, error) {
			<-opens
			return 45, nil
		}})
		schedule.Go(t, "the caller", func() { ask(context.Background(), g) })
		schedule.Quiesce()
		stirs := schedule.Stirs()
		close(opens)
		time.Sleep(9 * years)
		schedule.Quiesce()
		require.False(t, stirs, "the only ride has not answered, the timeout is far away, and Report woke up all the same to look; "+
			"expected it to sleep until there is an answer or the time is up. Who looks now and then comes late, and costs time for nothing")
	})
}

func TestABackendThatFailsIsMissing(t *testing.T) {
	for _, err := range []error{
		errors.New("the lift is stuck"),
		errors.New(""),
		fmt.Errorf("brakes: %w", context.Canceled),
		context.Canceled,
		context.DeadlineExceeded, // that of a deadline of its own
		errors.New("100% full"),
		tracedError{errors.New("the lift is stuck")},
	} {
		schedule.Bubble(t, func(t *testing.T) {
			var calls schedule.Gauge
			got := ask(t.Context(), gateway.New(free(), timeout,
				answers("carousel", 0, 5),
				counted(&calls, fails("coaster", time.Second/2, err)),
				answers("swings", time.Second, 10)))
			story := fmt.Sprintf("three rides were asked; the coaster returned a 45 and the error %q, before the timeout", err.Error())
			got.expect(t, waits{"carousel": 5, "swings": 10}, missing{"coaster": err.Error()}, story)
			expect(t, 1, calls.Now(), story+": the number of times that it was asked is")
		})
	}
	schedule.Bubble(t, func(t *testing.T) {
		got := ask(t.Context(), gateway.New(free(), timeout, fails("coaster", 0, errors.New("closed")), fails("swings", time.Second, errors.New("wind"))))
		const story = "two rides were asked, and both returned an error within 1s"
		got.expect(t, waits{}, missing{"coaster": "closed", "swings": "wind"}, story)
		expect(t, time.Second, got.took, story+": the caller waited")
	})
}

func TestEveryBackendIsAskedAtOnce(t *testing.T) {
	for _, rides := range []int{3, 1100} {
		schedule.Bubble(t, func(t *testing.T) {
			defer theLateEnd()
			var inside schedule.Gauge
			var backends []gateway.Backend
			for i := range rides {
				backends = append(backends, gateway.Backend{Name: fmt.Sprint("ride ", i), Wait: func(context.Context) (int, error) {
					inside.Enter()
					defer inside.Leave()
					time.Sleep(time.Second + time.Duration(i)*time.Microsecond)
					return i, nil
				}})
			}
			got := ask(t.Context(), gateway.New(free(), timeout, backends...))
			story := fmt.Sprintf("%d rides were asked, and each took a second and a bit to answer", rides)
			expect(t, rides, inside.Most(), story+": the most that were asked at the same time are")
			expect(t, time.Second+time.Duration(rides-1)*time.Microsecond, got.took, story+": the caller waited")
			right := 0
			for i := range rides {
				if minutes, ok := got.report.Waits[fmt.Sprint("ride ", i)]; ok && minutes == i {
					right++
				}
			}
			expect(t, rides, right, story+": those that are in Waits with the right minutes are")
			expect(t, 0, len(got.report.Missing), story+": those that are in Missing are")
		})
	}
}

func TestTheReportDoesNotWaitForTheLate(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		got := ask(t.Context(), gateway.New(free(), timeout,
			answers("carousel", 0, 5),
			deaf("coaster", time.Hour, 45),
			deaf("ghost train", time.Hour, 20),
			answers("swings", time.Second, 10)))
		const story = "the timeout is 2s, and of four rides the coaster and the ghost train need an hour to answer"
		expect(t, timeout, got.took, story+": the caller waited")
		got.expect(t, waits{"carousel": 5, "swings": 10}, missing{"coaster": "timeout", "ghost train": "timeout"}, story)
	})
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		got := ask(t.Context(), gateway.New(free(), timeout, deaf("coaster", time.Hour, 45), fails("swings", time.Hour, io.EOF)))
		const story = "the timeout is 2s, and both rides need an hour to answer"
		expect(t, timeout, got.took, story+": the caller waited")
		got.expect(t, waits{}, missing{"coaster": "timeout", "swings": "timeout"}, story)
	})
}

func TestAReportIsMadeInsideOneSlot(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		l := free()
		var begun, ended schedule.Gauge
		inSlot := func(name string, after time.Duration) gateway.Backend {
			return gateway.Backend{Name: name, Wait: func(context.Context) (int, error) {
				if l.taken.Now() > 0 {
					begun.Enter()
				}
				time.Sleep(after)
				if l.taken.Now() > 0 {
					ended.Enter()
				}
				return 5, nil
			}}
		}
		ask(t.Context(), gateway.New(l, timeout, inSlot("carousel", 0), inSlot("coaster", time.Second/2), inSlot("swings", time.Second/2)))
		expect(t, 1, l.asked.Now(), "one report was made of three rides: the number of times that the limiter was asked for a slot is")
		expect(t, 3, begun.Now(), "three rides were asked: those that were asked while the slot was held are")
		expect(t, 3, ended.Now(), "three rides answered in time: those that answered while the slot was held are")
	})
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		l := free()
		schedule.Go(t, "the caller", func() { ask(t.Context(), gateway.New(l, timeout, deaf("coaster", time.Hour, 45))) })
		time.Sleep(timeout / 2)
		expect(t, 1, l.taken.Now(), "Report waits for the coaster: the number of slots that are taken is")
		time.Sleep(timeout)
		expect(t, 0, l.taken.Now(), "the timeout is over, and the coaster, which is late, still works: the number of slots that are taken is")
	})
}

func TestACallerWhoGoesAwayIsAnsweredAtOnce(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		ctx, cancel := context.WithCancelCause(t.Context())
		time.AfterFunc(time.Second, func() { cancel(errItRains) })
		its := make(chan context.Context, 1)
		got := ask(ctx, gateway.New(free(), timeout, answers("carousel", 0, 5), shows(its, deaf("coaster", time.Hour, 45))))
		const story = "the caller's ctx was cancelled after 1s (with the cause \"it rains\"), and the coaster does not look at its ctx"
		expect(t, time.Second, got.took, story+": the caller waited")
		got.expectError(t, context.Canceled, story)
		require.Error(t, (<-its).Err(), "the caller's ctx has ended and Report has returned, and the coaster's ctx has not ended; expected its end, or the coaster works on for nobody")
	})
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		got := ask(ctx, gateway.New(free(), timeout, answers("carousel", 0, 5), deaf("coaster", time.Hour, 45)))
		const story = "the caller's ctx had a deadline of 1s, and the coaster does not look at its ctx"
		expect(t, time.Second, got.took, story+": the caller waited")
		got.expectError(t, context.DeadlineExceeded, story)
	})
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		got := ask(ctx, gateway.New(free(), timeout, deaf("coaster", time.Hour, 45)))
		const story = "the caller's ctx had ended before Report was called, and the coaster does not look at its ctx"
		expect(t, 0, got.took, story+": the caller waited")
		got.expectError(t, context.Canceled, story)
	})
	schedule.Explore(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		got := ask(ctx, gateway.New(free(), timeout, answers("coaster", time.Hour, 45)))
		got.expectError(t, context.DeadlineExceeded, "the caller's ctx ended, and at that the only ride gave up and returned the ctx.Err() of its own")
	})
}

func TestACallerWhoHadGoneBeforeGetsNoReport(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(errItRains)
		got := ask(ctx, gateway.New(free(), timeout, answers("coaster", time.Hour, 45)))
		got.expectError(t, context.Canceled, "the caller's ctx had ended before Report was called, and the only ride gave up at once and returned the ctx.Err() of its own")
	})
}

func TestNobodyIsAskedWithoutASlot(t *testing.T) {
	for _, no := range []error{errBusy, fmt.Errorf("limiter: %w", context.DeadlineExceeded), io.EOF} {
		schedule.Bubble(t, func(t *testing.T) {
			l := &slots{no: no}
			var calls schedule.Gauge
			got := ask(t.Context(), gateway.New(l, timeout, counted(&calls, answers("carousel", 0, 5))))
			if schedule.Quiesce(); l.asked.Now() == 0 {
				return // TestAReportIsMadeInsideOneSlot tells
			}
			story := fmt.Sprintf("the limiter said no (%q)", no)
			expect(t, 0, calls.Now(), story+": the number of rides that were asked all the same is")
			got.expectError(t, no, story)
			expect(t, 0, got.took, story+": the caller waited")
			expect(t, 1, l.asked.Now(), story+": the number of times that it was asked is")
		})
	}
}

func TestTheLimiterAloneDecidesHowManyReportsAreMade(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		const callers = 1100
		g := gateway.New(&slots{limit: callers}, timeout, deaf("carousel", time.Second, 5))
		var got [callers]visit
		for i := range got {
			schedule.Go(t, fmt.Sprintf("caller %d", i+1), func() { got[i] = ask(t.Context(), g) })
		}
		time.Sleep(time.Hour)
		schedule.Quiesce()
		for i := range got {
			story := fmt.Sprintf("%d callers came at once, there is a slot for each, and the only ride takes 1s to answer; caller %d", callers, i+1)
			expect(t, time.Second, got[i].took, story+" waited")
			got[i].expect(t, waits{"carousel": 5}, missing{}, story)
		}
	})
}

func TestADeadlineOfABackendsOwnIsNotTheTimeout(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		got := ask(t.Context(), gateway.New(free(), timeout, deaf("swings", time.Hour, 10), fails("coaster", time.Second/2, context.DeadlineExceeded)))
		if got.took > timeout {
			return // TestTheReportDoesNotWaitForTheLate tells
		}
		got.expect(t, waits{}, missing{"coaster": "context deadline exceeded", "swings": "timeout"},
			"the swings were late; the coaster was not, it returned a DeadlineExceeded of its own after half a second")
	})
}

func TestTheContextOfABackend(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		var named, ended schedule.Gauge
		its := make(chan context.Context, 1)
		type guest struct{}
		ctx := context.WithValue(t.Context(), guest{}, "Ada")
		ask(ctx, gateway.New(free(), timeout, answers("swings", 0, 10), shows(its, gateway.Backend{Name: "coaster", Wait: func(ctx context.Context) (int, error) {
			if ctx.Value(guest{}) == "Ada" {
				named.Enter()
			}
			time.Sleep(time.Second)
			if ctx.Err() != nil {
				ended.Enter()
			}
			return 45, nil
		}})))
		coasters := <-its
		schedule.Quiesce()
		require.NotZero(t, named.Now(), "the caller's ctx carries a value, and the coaster did not find it in its own; expected a ctx that descends from the caller's")
		require.Zero(t, ended.Now(), "Report waits for the coaster, and the coaster's ctx has ended already; expected it to last until the timeout")
		if coasters != ctx { // then Report has made it
			require.Error(t, coasters.Err(), "all have answered and Report has returned, and the ctx that it made for the coaster has not ended; expected Report to cancel it, or a timer goes on")
		}
	})
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		its := make(chan context.Context, 1)
		got := ask(t.Context(), gateway.New(free(), timeout, shows(its, deaf("coaster", time.Hour, 45))))
		if got.took <= timeout { // otherwise TestTheReportDoesNotWaitForTheLate tells
			require.Error(t, (<-its).Err(), "the coaster is late and Report has returned, and the coaster's ctx has not ended; expected its end, or the coaster works on for nobody")
		}
	})
	schedule.Explore(t, func(t *testing.T) {
		its := make(chan context.Context, 1)
		ask(t.Context(), gateway.New(free(), timeout, shows(its, answers("coaster", 0, 45))))
		coasters := <-its
		ended := coasters.Err() != nil || coasters == t.Context()
		schedule.Quiesce()
		require.True(t, ended, "the coaster, the only ride, answered and Report returned, and at that moment the coaster's ctx had not ended yet")
	})
}

func TestTwoReportsShareNothing(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		var calls schedule.Gauge
		g := gateway.New(free(), timeout, answers("carousel", 0, 5), gateway.Backend{Name: "coaster", Wait: func(context.Context) (int, error) {
			if calls.Enter() == 1 {
				time.Sleep(time.Hour)
				return 45, nil
			}
			time.Sleep(time.Second)
			return 50, nil
		}})
		if first := ask(t.Context(), g); first.took > timeout {
			return // TestTheReportDoesNotWaitForTheLate tells
		}
		second := ask(t.Context(), g)
		const story = "the coaster was late for the first report, and for the second it answers in 1s; the second caller"
		expect(t, time.Second, second.took, story+" waited")
		second.expect(t, waits{"carousel": 5, "coaster": 50}, missing{}, story)

		time.Sleep(time.Hour - timeout - 3*time.Second/2) // to half a second before the late answer
		third := ask(t.Context(), g)
		third.expect(t, waits{"carousel": 5, "coaster": 50}, missing{}, "the coaster's answer to the first caller, 45, came an hour late, while a third report was made")
	})
	schedule.Bubble(t, func(t *testing.T) {
		g := gateway.New(free(), timeout, answers("carousel", time.Second, 5))
		ctx, cancel := context.WithTimeout(t.Context(), time.Second/2)
		defer cancel()
		schedule.Go(t, "the caller who goes away", func() { ask(ctx, g) })
		ask(t.Context(), g).expect(t, waits{"carousel": 5}, missing{}, "two reports were made at once, and the ctx of the other caller ended")
	})
	schedule.Bubble(t, func(t *testing.T) {
		type guest struct{}
		g := gateway.New(free(), timeout, gateway.Backend{Name: "coaster", Wait: func(ctx context.Context) (int, error) {
			if ctx.Value(guest{}) == "Ben" {
				return 8, nil
			}
			time.Sleep(time.Second)
			return 7, nil
		}})
		var ada, ben visit
		schedule.Go(t, "Ada", func() { ada = ask(context.Background(), g) })
		schedule.Quiesce()
		schedule.Go(t, "Ben", func() { ben = ask(context.WithValue(context.Background(), guest{}, "Ben"), g) })
		time.Sleep(timeout)
		schedule.Quiesce()
		const story = "while the coaster thought about its answer to Ada, 7, Ben asked too, and it said 8 to him; "
		ada.expect(t, waits{"coaster": 7}, missing{}, story+"Ada")
		ben.expect(t, waits{"coaster": 8}, missing{}, story+"Ben")
	})
}

func TestTwoReportsAreLateEachAtItsOwnTime(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		g := gateway.New(free(), timeout, deaf("coaster", time.Hour, 45))
		if ask(t.Context(), g).took != timeout {
			return // TestTheReportDoesNotWaitForTheLate tells
		}
		var ada, ben visit
		schedule.Go(t, "Ada", func() { ada = ask(context.Background(), g) })
		time.Sleep(timeout / 2)
		schedule.Go(t, "Ben", func() { ben = ask(context.Background(), g) })
		theLateEnd()
		const story = "the timeout is 2s, Ben asked 1s after Ada, and the only ride was late for both; "
		expect(t, timeout, ada.took, story+"Ada waited")
		expect(t, timeout, ben.took, story+"Ben waited")
	})
}

func TestAReportBelongsToItsCaller(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		g := gateway.New(free(), timeout, answers("carousel", 0, 5))
		first := ask(t.Context(), g)
		if first.report.Waits == nil || first.report.Missing == nil {
			return // TestEveryWaitingTimeIsInTheReport tells
		}
		first.report.Waits["my own"], first.report.Missing["my own"] = 7, "none of yours"
		defer delete(first.report.Waits, "my own") // or other tests might see it, too
		defer delete(first.report.Missing, "my own")
		ask(t.Context(), g).expect(t, waits{"carousel": 5}, missing{}, "a caller wrote something into both maps of its report, and asked for another one")
	})
}

func TestTwoGatewaysShareNothing(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		north, south := free(), free()
		g := gateway.New(north, timeout, answers("carousel", time.Second, 5))
		gateway.New(south, time.Millisecond, answers("coaster", time.Second, 45))
		const story = "the gateway at the north gate was asked, and the one at the south gate was built after it"
		ask(t.Context(), g).expect(t, waits{"carousel": 5}, missing{}, story)
		expect(t, 0, south.asked.Now(), story+": the number of slots that it took of the other's limiter is")
	})
}

func TestThePageSays502OnlyWhenNobodyAnswered(t *testing.T) {
	closed, late := fails("coaster", 0, errors.New("closed")), deaf("ghost train", time.Hour, 20)
	for _, page := range []struct {
		story    string
		status   int
		backends []gateway.Backend
	}{
		{"the only ride is closed", http.StatusBadGateway, []gateway.Backend{closed}},
		{"one ride is closed, and the other is late", http.StatusBadGateway, []gateway.Backend{closed, late}},
		{"one ride is closed, one is late, and one has answered", http.StatusOK, []gateway.Backend{closed, late, answers("swings", time.Second, 0)}},
	} {
		schedule.Bubble(t, func(t *testing.T) {
			defer theLateEnd()
			g := gateway.New(free(), timeout, page.backends...)
			first := ask(t.Context(), g)
			if first.err != nil || first.took > timeout {
				return // Report is not yet ready for this
			}
			body, err := json.Marshal(first.report)
			require.NoError(t, err)
			browse(t.Context(), g, "GET /").expectJSON(t, page.status, string(body), page.story)
		})
	}
}

func TestThePageSays429WhenTheLimiterSaysNo(t *testing.T) {
	for _, no := range []error{errBusy, context.Canceled, fmt.Errorf("limiter: %w", context.DeadlineExceeded)} {
		schedule.Bubble(t, func(t *testing.T) {
			l := &slots{no: no}
			p := browse(t.Context(), gateway.New(l, timeout, answers("carousel", 0, 5)), "GET /")
			if l.asked.Now() == 0 {
				return // TestAReportIsMadeInsideOneSlot tells
			}
			story := fmt.Sprintf("the limiter said no (%q)", no)
			expect(t, http.StatusTooManyRequests, p.Code, story+": the client got the status")
			expect(t, "Server is busy, please try again later.\n", p.Body.String(), story+": the client read")
			expect(t, "text/plain; charset=utf-8", p.header("Content-Type"), story+": the Content-Type is")
			require.Regexp(t, `^0*[1-9][0-9]*$`, p.header("Retry-After"), story+", and the client looked at Retry-After; expected a whole number of seconds, at least 1")
		})
	}
}

func TestThePageOfAClientWhoHasGone(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		p := browse(ctx, gateway.New(free(), timeout, answers("coaster", time.Hour, 45)), "GET /")
		require.LessOrEqual(t, p.statuses, 1, "the request's context ended before the report was done, and the gateway wrote %d statuses; expected one, or none", p.statuses)
		require.True(t, p.statuses == 0 || p.Code >= 500,
			"the request's context ended before the report was done, and a client that still reads gets a %d with %q; expected a status of 500 or more, or nothing", p.Code, p.Body.String())
	})
}

func TestThePageIsWrittenOnceAndOutsideTheSlot(t *testing.T) {
	for _, l := range []*slots{free(), {no: errBusy}} {
		for _, request := range []string{"GET /", "HEAD /waits"} {
			schedule.Bubble(t, func(t *testing.T) {
				p := &page{ResponseRecorder: httptest.NewRecorder(), slots: l}
				p.ask(t.Context(), gateway.New(l, timeout, answers("carousel", 0, 5)), request)
				require.LessOrEqual(t, p.statuses, 1, "%s: the gateway wrote %d statuses; expected one", request, p.statuses)
				require.False(t, p.inSlot, "%s: the answer was written while the slot was still held, so that a client who reads slowly would hold it; expected it after Report", request)
			})
		}
	}
}

func TestTheSlotIsBackWhenReportHasReturned(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		l := free()
		ask(t.Context(), gateway.New(l, timeout, answers("carousel", 0, 5)))
		taken := l.taken.Now()
		schedule.Quiesce()
		expect(t, 0, taken, "Report has returned, and whoever calls it again needs a slot: the number of slots that are still taken is")
	})
	// A limiter that takes a moment to give a slot back: Report waits for that, too.
	for _, after := range []time.Duration{0, time.Second} {
		schedule.Bubble(t, func(t *testing.T) {
			defer theLateEnd()
			l := &slots{limit: 1000, slow: time.Millisecond}
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			story := "the caller's ctx had ended before Report was called"
			if after == 0 {
				cancel()
			} else {
				time.AfterFunc(after, cancel)
				story = "the caller's ctx ended while the coaster worked"
			}
			ask(ctx, gateway.New(l, timeout, deaf("coaster", time.Hour, 45)))
			asked, taken := l.asked.Now(), l.taken.Now()
			schedule.Quiesce()
			expect(t, 0, taken, story+", the limiter takes a moment to give the slot back, and Report has returned: the number of slots that are still taken is")
			expect(t, asked, l.asked.Now(), story+", and Report has returned. The number of times that the limiter has been asked is, a moment later,")
		})
	}
}

func TestNoAnswerIsLost(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		got := ask(t.Context(), gateway.New(free(), timeout, answers("carousel", 0, 5), answers("coaster", 0, 45)))
		const story = "two rides were asked, and both answered at the same time"
		got.expect(t, waits{"carousel": 5, "coaster": 45}, missing{}, story)
		expect(t, 0, got.took, story+": the caller waited")
	})
}

func TestABackendThatStopsAtTheTimeoutIsLate(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		got := ask(t.Context(), gateway.New(free(), timeout, answers("coaster", time.Hour, 45)))
		if got.took > timeout {
			return // TestTheReportDoesNotWaitForTheLate tells
		}
		got.expect(t, waits{}, missing{"coaster": "timeout"}, "at the timeout the coaster gave up and returned the ctx.Err() of its ctx")
	})
	schedule.Explore(t, func(t *testing.T) {
		got := ask(t.Context(), gateway.New(free(), timeout, answers("coaster", time.Hour, 45), answers("wheel", time.Hour, 20)))
		if got.took > timeout {
			return
		}
		got.expect(t, waits{}, missing{"coaster": "timeout", "wheel": "timeout"},
			"at the timeout the coaster and the wheel gave up and returned the ctx.Err() of their ctx")
	})
	// Here the timeout passes while Report may be reading what the boats said. Then
	// the end of the time and the word of the coaster are both there.
	schedule.Explore(t, func(t *testing.T) {
		got := ask(t.Context(), gateway.New(free(), timeout, fails("boats", timeout/2, slowWords{}), answers("coaster", time.Hour, 45)))
		if got.err == nil && got.panic == "" {
			expect(t, "timeout", got.report.Missing["coaster"],
				"at the timeout the coaster gave up and returned the ctx.Err() of its ctx; it is missing with the reason")
		}
		theLateEnd()
	})
	schedule.Bubble(t, func(t *testing.T) {
		defer theLateEnd()
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(timeout*5/4, cancel)
		got := ask(ctx, gateway.New(free(), timeout, fails("boats", timeout/2, slowWords{})))
		require.False(t, got.err == context.DeadlineExceeded, "the timeout was over, and a moment later, while Report read what the boats said, the caller cancelled its ctx: %v; "+
			"expected the error %q, or the report", got, context.Canceled)
	})
}

// A tracedError says more to %+v than to Error, as those of some libraries do.
type tracedError struct{ error }

func (e tracedError) Format(s fmt.State, _ rune) {
	io.WriteString(s, e.Error())
	if s.Flag('+') {
		io.WriteString(s, "\n\tat lift.go:12")
	}
}

// A watchedCtx knows how many want to hear of its end.
type watchedCtx struct {
	context.Context
	listeners schedule.Gauge
}

// AfterFunc is what package context calls for its own AfterFunc and for each ctx
// that is made from c, since c does not say of what kind it is.
func (c *watchedCtx) AfterFunc(f func()) (stop func() bool) {
	c.listeners.Enter()
	forget := context.AfterFunc(c.Context, f)
	return func() bool {
		stopped := forget()
		if stopped {
			c.listeners.Leave()
		}
		return stopped
	}
}

func (c *watchedCtx) Value(any) any { return nil }

// slowWords is an error that takes its time to say what it is.
type slowWords struct{}

func (slowWords) Error() string {
	time.Sleep(timeout)
	return "the boats are ashore"
}

func TestAnAnswerMayMeetTheEndOfTheCallersCtx(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		open := make(chan struct{})
		g := gateway.New(free(), timeout, gateway.Backend{Name: "coaster", Wait: func(context.Context) (int, error) {
			<-open
			return 45, nil
		}})
		ctx, cancel := context.WithCancel(context.Background())
		var got visit
		schedule.Go(t, "the caller", func() { got = ask(ctx, g) })
		schedule.Quiesce()
		close(open)
		schedule.Go(t, "the end of ctx", cancel)
		schedule.Quiesce()
		const story = "the coaster, the only ride, answered while the caller's ctx ended"
		if got.err != nil {
			got.expectError(t, context.Canceled, story)
		} else {
			got.expect(t, waits{"coaster": 45}, missing{}, story)
		}
	})
}

func TestALateAnswerChangesNothing(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		got := ask(t.Context(), gateway.New(free(), timeout, deaf("coaster", time.Hour, 45), fails("swings", 2*time.Hour, io.EOF)))
		before := fmt.Sprint(got)
		theLateEnd()
		if got.took <= timeout { // otherwise TestTheReportDoesNotWaitForTheLate tells
			got.expectStill(t, before, "the coaster answered late, or the swings returned an error late")
		}
	})
}

func TestTheLateLeaveNothingBehind(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		const late = timeout + time.Second
		var backends []gateway.Backend
		for i := range 1000 {
			backends = append(backends, deaf(fmt.Sprint("ride ", i), late, 45), fails(fmt.Sprint("broken ride ", i), late, io.EOF))
		}
		ask(t.Context(), gateway.New(free(), timeout, backends...))
		theLateEnd() // and whoever is still there when the body ends is told as a leak
	})
	schedule.Bubble(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		ask(ctx, gateway.New(free(), timeout, deaf("coaster", time.Hour, 45), deaf("swings", time.Hour, 10)))
		theLateEnd()
	})
	schedule.Bubble(t, func(t *testing.T) {
		ask(context.Background(), gateway.New(free(), timeout, answers("carousel", 0, 5), fails("coaster", 0, io.EOF)))
		// All have answered: now there is nothing that anybody could wait for.
	})
}

func TestNobodyWatchesTheCtxOfACallerWhoHasItsReport(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		ctx := &watchedCtx{Context: t.Context()}
		ask(ctx, gateway.New(free(), timeout, answers("carousel", 0, 5)))
		schedule.Quiesce()
		require.Zero(t, ctx.listeners.Now(), "the only ride answered and Report returned, and the caller's ctx, which goes on, still has something of Report's to call: "+
			"an AfterFunc that was not stopped, or a ctx that was made from it and not cancelled; expected it to forget Report")
	})
}

// The last two are about panics: one that nobody recovers ends all the tests.

func TestABackendThatPanicsIsMissing(t *testing.T) {
	for _, value := range []any{"the lift is stuck", errors.New("no brakes"), 42, context.DeadlineExceeded, "100% full"} {
		schedule.Bubble(t, func(t *testing.T) {
			got := ask(t.Context(), gateway.New(free(), timeout,
				answers("carousel", 0, 5),
				panics("coaster", time.Second/2, value),
				answers("swings", time.Second, 10)))
			got.expect(t, waits{"carousel": 5, "swings": 10}, missing{"coaster": fmt.Sprint("panic: ", value)},
				fmt.Sprintf("three rides were asked; the coaster panicked with the %T \"%[1]v\", before the timeout", value))
		})
	}
}

func TestALatePanicEndsNothing(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		got := ask(t.Context(), gateway.New(free(), timeout, answers("carousel", 0, 5), panics("coaster", time.Hour, "the lift is stuck")))
		before := fmt.Sprint(got)
		theLateEnd()
		if got.took <= timeout { // otherwise TestTheReportDoesNotWaitForTheLate tells
			got.expectStill(t, before, "the coaster panicked, an hour late")
		}
	})
}

// expect ends the test with a sentence when somebody saw something else than
// they should.
func expect[T comparable](t *testing.T, want, got T, situation string) {
	t.Helper()
	if got != want {
		format := "%s %v; expected %v"
		if _, ok := any(want).(string); ok {
			format = "%s %q; expected %q"
		}
		t.Fatalf(format, situation, got, want)
	}
}

// answers is a ride that answers after some time, or gives up when its ctx
// ends.
func answers(name string, after time.Duration, minutes int) gateway.Backend {
	return gateway.Backend{Name: name, Wait: func(ctx context.Context) (int, error) {
		if after > 0 {
			select {
			case <-ctx.Done():
				return 0, ctx.Err()
			case <-time.After(after):
			}
		}
		return minutes, nil
	}}
}

// ends is a ride that ends in some way after some time, whatever its ctx says.
func ends(name string, after time.Duration, how func() (int, error)) gateway.Backend {
	return gateway.Backend{Name: name, Wait: func(context.Context) (int, error) {
		time.Sleep(after)
		return how()
	}}
}

func deaf(name string, after time.Duration, minutes int) gateway.Backend {
	return ends(name, after, func() (int, error) { return minutes, nil })
}

func fails(name string, after time.Duration, err error) gateway.Backend {
	return ends(name, after, func() (int, error) { return 45, err })
}

func panics(name string, after time.Duration, value any) gateway.Backend {
	return ends(name, after, func() (int, error) { panic(value) })
}

// shows is b, and sends the ctx that it is asked with.
func shows(its chan<- context.Context, b gateway.Backend) gateway.Backend {
	return gateway.Backend{Name: b.Name, Wait: func(ctx context.Context) (int, error) {
		its <- ctx
		return b.Wait(ctx)
	}}
}

// counted is b, and counts its calls.
func counted(calls *schedule.Gauge, b gateway.Backend) gateway.Backend {
	return gateway.Backend{Name: b.Name, Wait: func(ctx context.Context) (int, error) {
		calls.Enter()
		return b.Wait(ctx)
	}}
}

// theLateEnd passes the time until every ride that was late has come to its
// end. A body calls it last: once the body has returned time stands still, and
// what sleeps then counts as left behind.
func theLateEnd() {
	time.Sleep(5 * time.Hour)
	schedule.Quiesce()
}

// slots is the limiter of these tests. It says nothing to the race detector,
// so that asking it puts no memory accesses of a gateway in order.
type slots struct {
	limit int
	no    error         // when no slot is free
	slow  time.Duration // how long it takes to give a slot back

	asked schedule.Gauge // everybody who ever asked
	taken schedule.Gauge // those who hold a slot now
	over  schedule.Gauge // those whose f is over; an explored schedule may switch here
}

func free() *slots { return &slots{limit: 1000} }

func (s *slots) Execute(f func()) error {
	s.asked.Enter()
	defer s.taken.Leave()
	if s.taken.Enter() > s.limit {
		return s.no
	}
	defer s.over.Enter()
	f()
	time.Sleep(s.slow)
	return nil
}

// A visit is one call of Report, and what came of it.
type visit struct {
	report gateway.Report
	err    error
	panic  string
	took   time.Duration
	over   bool
}

func ask(ctx context.Context, g *gateway.Gateway) (v visit) {
	began := time.Now()
	v.panic = schedule.Panic(func() { v.report, v.err = g.Report(ctx) })
	v.took, v.over = time.Since(began), true
	return v
}

type (
	waits   = map[string]int
	missing = map[string]string
)

// String says what Report did.
func (v visit) String() string {
	switch {
	case !v.over:
		return "Report has not returned"
	case v.panic != "":
		return fmt.Sprintf("Report panicked with %q", v.panic)
	case v.err == nil:
		return "Report returned " + told(v.report)
	case v.report.Waits == nil && v.report.Missing == nil:
		return fmt.Sprintf("Report returned the error %q and no report", v.err)
	}
	return fmt.Sprintf("Report returned the error %q and %s", v.err, told(v.report))
}

func told(r gateway.Report) string {
	text := fmt.Sprintf("Waits %#v and Missing %#v", r.Waits, r.Missing)
	return strings.NewReplacer("map[string]int", "", "map[string]string", "").Replace(text)
}

// expect ends the test when the caller got anything but this report.
func (v visit) expect(t *testing.T, w waits, m missing, story string) {
	t.Helper()
	want := told(gateway.Report{Waits: w, Missing: m})
	if v.String() != "Report returned "+want {
		t.Fatalf("%s: %v; expected %s", story, v, want)
	}
}

// expectStill ends the test when what the caller got is no longer what it was.
func (v visit) expectStill(t *testing.T, before, event string) {
	t.Helper()
	if now := fmt.Sprint(v); now != before {
		t.Fatalf("%s. Then %s, and now the caller reads %s; expected the report to stay as it was", before, event, strings.TrimPrefix(now, "Report returned "))
	}
}

// expectError ends the test when the caller got anything but this very error.
func (v visit) expectError(t *testing.T, err error, story string) {
	t.Helper()
	if v.panic != "" || v.err != err || v.report.Waits != nil || v.report.Missing != nil {
		t.Fatalf("%s: %v; expected the error %q itself, not wrapped, and the zero Report", story, v, err)
	}
}

// A page is what one request got.
type page struct {
	*httptest.ResponseRecorder
	statuses int
	slots    *slots // when set, the slots that nothing should be written in
	inSlot   bool
}

// browse sends a request, such as "GET /".
func browse(ctx context.Context, g *gateway.Gateway, request string) *page {
	p := &page{ResponseRecorder: httptest.NewRecorder()}
	p.ask(ctx, g, request)
	return p
}

func (p *page) ask(ctx context.Context, g *gateway.Gateway, request string) {
	method, target, _ := strings.Cut(request, " ")
	g.ServeHTTP(p, httptest.NewRequestWithContext(ctx, method, target, nil))
}

func (p *page) WriteHeader(status int) {
	time.Sleep(time.Nanosecond) // in which everybody else comes to rest
	p.statuses++
	p.inSlot = p.inSlot || p.slots != nil && p.slots.taken.Now() > 0
	p.ResponseRecorder.WriteHeader(status)
}

func (p *page) Write(b []byte) (int, error) {
	if p.statuses == 0 {
		p.WriteHeader(http.StatusOK)
	}
	return p.ResponseRecorder.Write(b)
}

// header is a header as the client got it.
func (p *page) header(name string) string { return p.Result().Header.Get(name) }

func (p *page) expectJSON(t *testing.T, status int, body, story string) {
	t.Helper()
	expect(t, status, p.Code, story+": the client got the status")
	kind, _, _ := mime.ParseMediaType(p.header("Content-Type"))
	expect(t, "application/json", kind, story+": the Content-Type is")
	var got, want any
	require.NoError(t, json.Unmarshal([]byte(body), &want))
	require.NoError(t, json.Unmarshal(p.Body.Bytes(), &got), "%s: the client read %q; expected JSON", story, p.Body.String())
	require.Equal(t, want, got, "%s: the client read %s; expected %s", story, strings.TrimSpace(p.Body.String()), body)
}
