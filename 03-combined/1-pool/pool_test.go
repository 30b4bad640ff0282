package pool_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	pool "example.com/backpressure/03-combined/1-pool"
	"example.com/backpressure/internal/schedule"
)

func TestAPoolNeedsALimit(t *testing.T) {
	for _, limit := range []int{0, -3} {
		for _, rides := range []int{1, 0} {
			check := func(t *testing.T, m *morning) {
				ended := ""
				if m.ctx.Err() != nil {
					ended = ", and its ctx has ended"
				}
				require.True(t, m.panicked != "", "Each got a limit of %d and %s%s; it should panic", limit, schedule.Count(rides, "item"), ended)
				require.Regexp(t, fmt.Sprintf(`(?s)^pool.*[^-\d]%d(\D|$)`, limit), m.panicked,
					"Each panics when it gets a limit of %d, but the text should start with \"pool\" and name the %d", limit, limit)
			}
			inspect(t, limit, rides, check)
			inspectWith(t, endedOwnContext, limit, rides, check)
		}
	}
}

func TestNoItemsAreNoWork(t *testing.T) {
	over, cancel := context.WithCancel(context.Background())
	cancel()
	for _, items := range [][]string{nil, {}} {
		schedule.Bubble(t, func(t *testing.T) {
			var calls schedule.Gauge
			inspect := func(context.Context, string) error { calls.Enter(); return nil }
			require.NoError(t, pool.Each(context.Background(), 3, items, inspect), "there are no items; expected nil")
			require.NoError(t, pool.Each(over, 3, items, inspect), "there are no items, and ctx has ended; expected nil all the same")
			schedule.Quiesce()
			require.Zero(t, calls.Now(), "there are no items, and f was called")
		})
	}
}

func TestFIsCalledOnceForEveryItem(t *testing.T) {
	for _, limit := range []int{1, 2, 3, 4, 5, 100} {
		schedule.Bubble(t, func(t *testing.T) {
			rides := []string{"Carousel", "", "Ghost Train", "Carousel"}
			items := slices.Clone(rides)
			calls := map[string]*schedule.Gauge{"Carousel": {}, "": {}, "Ghost Train": {}}
			err := pool.Each(context.Background(), limit, items, func(_ context.Context, ride string) error {
				calls[ride].Enter()
				return nil
			})
			schedule.Quiesce()
			require.NoError(t, err, "every call of f returned nil, and Each did not")
			for ride, want := range map[string]int{"Carousel": 2, "": 1, "Ghost Train": 1} {
				require.True(t, calls[ride].Now() == want, "the limit is %d, and of the items %q f was called %s for %q; expected %d",
					limit, rides, schedule.Count(calls[ride].Now(), "time"), ride, want)
			}
			require.Equal(t, rides, items, "Each has changed the items that it was given")
		})
	}
	schedule.Explore(t, func(t *testing.T) {
		var calls [3]schedule.Gauge
		err := pool.Each(context.Background(), 2, []int{0, 1, 2}, func(_ context.Context, item int) error {
			calls[item].Enter()
			return nil
		})
		then := [3]int{calls[0].Now(), calls[1].Now(), calls[2].Now()}
		schedule.Quiesce()
		require.NoError(t, err, "every call of f returned nil, and Each did not")
		for item := range calls {
			require.True(t, calls[item].Now() == 1, "item %d of 0, 1, 2: f was called %s for it; expected once", item, schedule.Count(calls[item].Now(), "time"))
			require.True(t, then[item] == 1, "item %d of 0, 1, 2: f was called only after Each had returned", item)
		}
	})
}

func TestEachReturnsAfterTheLastCall(t *testing.T) {
	for _, limit := range []int{1, 2, 10} {
		inspect(t, limit, 3, func(t *testing.T, m *morning) {
			for range m.rides {
				time.Sleep(10 * time.Second) // time alone ends nothing
				calls := m.inProgress(1, "")
				require.False(t, m.returned(), "Each has returned, and a call of f is still in progress")
				m.end(nil, calls[0])
			}
			m.expect(nil, "there are 3 items, and three calls of f have returned nil")
		})
	}
}

func TestAsManyCallsAsTheLimit(t *testing.T) {
	for _, limit := range []int{1, 10, 1000} {
		for _, rides := range []int{limit, limit + 5} {
			inspect(t, limit, rides, func(t *testing.T, m *morning) { m.inProgress(limit, "") })
		}
	}
}

func TestWhoWaitsSleeps(t *testing.T) {
	for _, rides := range []int{1, 2, 5} { // with 5 there are items that wait for their turn
		inspect(t, 2, rides, func(t *testing.T, m *morning) {
			calls := m.inProgress(1, "")
			stirs := schedule.Stirs()
			m.inProgress(len(calls), ", a year has passed")
			require.False(t, stirs, "the limit is 2, %s, no call of f has returned, and Each woke up all the same to look whether one had; "+
				"expected it to sleep until somebody wakes it. Who looks now and then comes late, and costs time for nothing", thereAre(rides, "item"))
		})
	}
	inspect(t, 2, 5, func(t *testing.T, m *morning) {
		m.end(errWorn, m.inProgress(1, "")[0])
		require.False(t, schedule.Stirs(), "a call of f returned an error, others may be in progress, and Each woke up now and then to look whether they had returned; "+
			"expected it to sleep until somebody wakes it")
	})
	inspect(t, 2, 5, func(t *testing.T, m *morning) {
		m.cancel()
		require.False(t, schedule.Stirs(), "ctx has ended, calls of f are still in progress, and Each woke up now and then to look whether they had returned; "+
			"expected it to sleep until somebody wakes it")
	})
}

func TestThereIsRoomForTheNextAtOnce(t *testing.T) {
	const limit, rides = 3, 10
	inspect(t, limit, rides, func(t *testing.T, m *morning) {
		// The first one takes all day. The others come and go beside it.
		for gone := 1; gone < rides; gone++ {
			m.end(nil, m.rides[gone])
			story := ", the call for item 0 takes all day"
			if returned := m.returnedCalls(); returned > 0 {
				story += fmt.Sprintf(", %s beside it returned", schedule.Count(returned, "call"))
			}
			m.inProgress(min(limit, rides-gone), story)
		}
	})
	schedule.Explore(t, func(t *testing.T) {
		day := make(chan struct{})
		var over, returned schedule.Gauge
		schedule.Go(t, "the caller", func() {
			_ = pool.Each(context.Background(), 2, []int{0, 1, 2}, func(_ context.Context, item int) error {
				if item == 0 {
					<-day
				}
				over.Enter()
				return nil
			})
			returned.Enter()
		})
		schedule.Quiesce()
		before := over.Now()
		close(day)
		schedule.Quiesce()
		require.True(t, before == 2, "the limit is 2, there are 3 items, and one call takes all day: of the other two, %d were made and have returned; "+
			"expected both, one after the other", before)
		require.True(t, over.Now() == 3, "the limit is 2, there are 3 items, and now %d calls have returned; expected all 3", over.Now())
		require.True(t, returned.Now() == 1, "all calls of f have returned, and Each has not")
	})
	schedule.Explore(t, func(t *testing.T) {
		day := make(chan struct{})
		var begun schedule.Gauge // of the calls that take all day
		schedule.Go(t, "the caller", func() {
			_ = pool.Each(context.Background(), 2, []int{0, 1, 2, 3}, func(_ context.Context, item int) error {
				if item > 1 {
					begun.Enter()
					<-day
				}
				return nil
			})
		})
		schedule.Quiesce()
		before := begun.Now()
		close(day)
		schedule.Quiesce()
		require.True(t, before == 2, "the limit is 2, there are 4 items, and the calls for the first two have returned, perhaps at the same moment. "+
			"The number of calls of f in progress is %d; expected 2, for the other two", before)
	})
}

func TestNeverMoreCallsThanTheLimit(t *testing.T) {
	for _, limit := range []int{1, 10, 1000} {
		rides := limit + 5
		inspect(t, limit, rides, func(t *testing.T, m *morning) {
			for _, r := range m.rides[:6] {
				m.end(nil, r)
				most := m.running.Most()
				require.True(t, most <= limit, "the limit is %d, there are %d items, and %d calls of f were in progress at the same time", limit, rides, most)
			}
		})
	}
	schedule.Explore(t, func(t *testing.T) {
		var running schedule.Gauge
		both, next := make(chan struct{}), make(chan struct{}, 3)
		schedule.Go(t, "the caller", func() {
			_ = pool.Each(context.Background(), 2, []int{0, 1, 2, 3, 4}, func(_ context.Context, item int) error {
				running.Enter()
				if item < 2 {
					<-both
				} else {
					<-next
				}
				running.Leave()
				return nil
			})
		})
		schedule.Quiesce()
		close(both)
		for range 3 {
			schedule.Quiesce()
			next <- struct{}{}
		}
		time.Sleep(10 * time.Second) // as in close
		schedule.Quiesce()
		require.True(t, running.Most() <= 2, "the limit is 2, there are 5 items, and two calls returned at the same moment. "+
			"After that %d calls were in progress at the same time", running.Most())
	})
}

func TestNobodyGetsAGoroutineToWaitForATurn(t *testing.T) {
	const limit, rides = 100, 2000
	before := runtime.NumGoroutine()
	inspect(t, limit, rides, func(t *testing.T, m *morning) {
		check := func(story string) {
			more := runtime.NumGoroutine() - before
			require.True(t, more <= limit+handful, "the limit is %d, there are %d items%s, and there are about %d goroutines of Each's; "+
				"expected one for each call in progress, and a handful", limit, rides, story, more)
		}
		check("")
		m.end(nil, m.rides[1:]...)
		check(", all calls of f but the first have returned")
	})
}

func TestALimitMayBeLargerThanTheWork(t *testing.T) {
	const large, rides = 5000, 3                    // the race detector dies of 8,192 goroutines
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // for lastGoroutine
	more := 0
	works := func(limit int) {
		before := runtime.NumGoroutine()
		inspect(t, limit, rides, func(t *testing.T, m *morning) {
			m.inProgress(rides, "")
			more = max(more, runtime.NumGoroutine()-before)
			m.end(nil, m.rides...)
			m.expect(nil, fmt.Sprintf("the limit is %d, and all calls of f have returned nil", limit))
		})
	}
	first := lastGoroutine()
	works(large)
	// Those of a large number may have ended before they could be counted. With
	// math.MaxInt they would fill the memory, and the test ends here.
	if started := lastGoroutine() - first; started > large/2 {
		more = started
	}
	require.True(t, more <= rides+handful, "the limit is %d, there are %d items, and Each starts about %d goroutines; "+
		"expected no more than there are items, and a handful", large, rides, more)
	works(math.MaxInt)
}

func TestTheCallsStartInTheOrderOfTheItems(t *testing.T) {
	for _, limit := range []int{1, 2, 5} {
		inspect(t, limit, 30, func(t *testing.T, m *morning) {
			for range m.rides {
				begun, last := m.begun()
				require.True(t, last == begun-1, "the limit is %d, and so far f was called for %s, one of them item %d (the first is item 0); expected item %d to be the last of them",
					limit, schedule.Count(begun, "item"), last, begun-1)
				if calls := m.inProgress(0, ""); len(calls) > 0 {
					m.end(nil, calls[len(calls)-1])
				}
			}
		})
	}
}

func TestTheFirstErrorIsReturned(t *testing.T) {
	for _, err := range []error{errWorn, &inspectionError{"the brakes are worn"}, context.Canceled, context.DeadlineExceeded,
		fmt.Errorf("the mechanic is late: %w", context.DeadlineExceeded)} {
		inspect(t, 3, 3, func(t *testing.T, m *morning) {
			m.end(err, m.rides[1])
			m.end(nil, m.rides...)
			m.expect(err, "one call of f returned an error, the other two returned nil")
		})
	}
	inspect(t, 3, 5, func(t *testing.T, m *morning) {
		calls := m.inProgress(1, "")
		m.end(errWorn, calls[len(calls)-1])
		m.end(&inspectionError{"a bulb is dark"}, m.rides...)
		m.expect(errWorn, "a call of f returned an error, and after that others did")
	})
	inspect(t, 1, 1000, func(t *testing.T, m *morning) {
		m.end(nil, m.rides[:999]...)
		m.end(errWorn, m.rides[999])
		m.expect(errWorn, "of 1000 calls of f the last one returned an error")
	})
	// Not every error can be compared with another: == panics.
	inspect(t, 2, 2, func(t *testing.T, m *morning) {
		m.end(problems{"the brakes are worn", "a bulb is dark"}, m.rides...)
		require.True(t, m.returned(), "both calls of f returned an error, and Each has not returned")
		_, asItIs := m.err.(problems)
		require.True(t, asItIs, "both calls of f returned an error of a type that == can't compare. Each returned %s; expected one of the two, as it is", describe(m.err))
	})
	schedule.Explore(t, func(t *testing.T) {
		errs := []error{errWorn, &inspectionError{"a bulb is dark"}}
		err := pool.Each(context.Background(), 2, []int{0, 1}, func(_ context.Context, item int) error { return errs[item] })
		schedule.Quiesce()
		require.True(t, err == errs[0] || err == errs[1],
			"two calls of f returned an error at the same moment, and Each returned %s; expected one of the two errors, as it is", describe(err))
	})
}

func TestTheFirstErrorEndsTheCtxOfTheOthers(t *testing.T) {
	for _, gone := range []int{0, 1, 3} {
		inspect(t, 3, 6, func(t *testing.T, m *morning) {
			for range gone {
				m.end(nil, m.inProgress(1, "")[0])
			}
			calls := m.inProgress(1, "")
			m.end(errWorn, calls[len(calls)-1])
			for _, r := range calls[:len(calls)-1] {
				require.True(t, r.ctx.Err() != nil, "a call of f returned an error, and the ctx of a call that is in progress has not ended: nobody tells it to stop")
			}
		})
	}
}

func TestNothingStartsAfterTheFirstError(t *testing.T) {
	for _, limit := range []int{1, 2, 10} {
		inspect(t, limit, 3*limit, func(t *testing.T, m *morning) {
			before, _ := m.begun()
			err := errWorn
			for _, r := range m.inProgress(1, "") {
				m.end(err, r)
				err = nil // of the others
				now, _ := m.begun()
				require.True(t, now == before, "the limit is %d; f had been called for %s when one of the calls returned an error, and now it is %d; "+
					"expected no call after the error", limit, schedule.Count(before, "item"), now)
			}
		})
	}
	schedule.Explore(t, func(t *testing.T) {
		var calls schedule.Gauge
		_ = pool.Each(context.Background(), 1, []int{0, 1}, func(context.Context, int) error {
			calls.Enter()
			return errWorn
		})
		schedule.Quiesce()
		require.True(t, calls.Now() <= 1, "the limit is 1, the first call of f returned an error, and after that f was called again")
	})
}

func TestEachWaitsForTheCallsInProgress(t *testing.T) {
	for _, why := range []string{"a call of f returned an error", "ctx has ended"} {
		inspect(t, 3, 9, func(t *testing.T, m *morning) {
			calls := m.inProgress(1, "")
			if why == "ctx has ended" {
				m.cancel()
			} else {
				m.end(errWorn, calls[0])
				calls = calls[1:]
			}
			for _, r := range calls {
				time.Sleep(10 * time.Second)
				require.False(t, m.returned(), "%s, and Each has returned while another call of f is still in progress; expected it to wait for that call", why)
				m.end(nil, r)
			}
			m.end(nil, m.rides...)
			require.True(t, m.returned(), "%s, no call of f is in progress any more, and Each has not returned", why)
		})
	}
}

func TestTheEndOfCtxIsTheEndOfTheWork(t *testing.T) {
	const limit, rides = 2, 6
	check := func(t *testing.T, m *morning, end func()) {
		before, _ := m.begun()
		calls := m.inProgress(1, "")
		end()
		for _, r := range calls {
			require.True(t, r.ctx.Err() != nil, "ctx has ended, and the ctx of a call of f has not: nobody tells it to stop")
			m.end(nil, r)
		}
		now, _ := m.begun()
		require.True(t, now == before, "ctx ended when f had been called for %s, and now it is %d; expected no call after the end of ctx", schedule.Count(before, "item"), now)
		m.end(nil, m.rides...)
		if now == rides && m.returned() && m.err == nil {
			return // all calls were made, and all went well
		}
		m.expect(m.ctx.Err(), fmt.Sprintf("ctx ended when f had been called for %d of %d items", now, rides))
	}
	inspect(t, limit, rides, func(t *testing.T, m *morning) { check(t, m, m.cancel) })
	deadline := func(t *testing.T) context.Context {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		t.Cleanup(cancel)
		return ctx
	}
	inspectWith(t, deadline, limit, rides, func(t *testing.T, m *morning) {
		check(t, m, func() { time.Sleep(2 * time.Second); schedule.Quiesce() })
	})
	inspectWith(t, newOwnContext, limit, rides, func(t *testing.T, m *morning) { check(t, m, func() { m.ctx.(*ownContext).end(); schedule.Quiesce() }) })
	schedule.Explore(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		schedule.Go(t, "the end of ctx", cancel)
		var calls schedule.Gauge
		err := pool.Each(ctx, 1, []int{0, 1}, func(context.Context, int) error {
			calls.Enter()
			return nil
		})
		schedule.Quiesce()
		if err != nil || calls.Now() < 2 {
			require.True(t, err == context.Canceled, "ctx ended at some moment; of 2 calls of f %d were made, and returned nil. Each returned %s; expected ctx.Err()",
				calls.Now(), describe(err))
		}
	})
}

func TestACtxThatHasEndedStartsNothing(t *testing.T) {
	check := func(t *testing.T, ctx context.Context, limit int) {
		var calls schedule.Gauge
		err := pool.Each(ctx, limit, []int{0, 1}, func(context.Context, int) error { calls.Enter(); return nil })
		schedule.Quiesce()
		require.Zero(t, calls.Now(), "ctx had ended before the call of Each, and f was called; expected no call of f")
		require.True(t, err == ctx.Err(), "ctx had ended before the call of Each, which returned %s; expected ctx.Err() as it is, %q", describe(err), ctx.Err())
	}
	schedule.Bubble(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(context.Background(), -time.Second)
		defer cancel()
		check(t, ctx, 1)
		check(t, endedOwnContext(t), 1)
	})
	schedule.Explore(t, func(t *testing.T) { // a select may do right once by luck
		ctx, cancel := context.WithCancelCause(context.Background())
		cancel(errItRains)
		check(t, ctx, 2)
	})
}

func TestWhatComesFirstDecides(t *testing.T) {
	interrupted := errors.New("interrupted")
	inspect(t, 3, 3, func(t *testing.T, m *morning) {
		m.end(errWorn, m.inProgress(1, "")[0])
		m.cancel()
		m.end(interrupted, m.rides...)
		m.expect(errWorn, "a call of f returned an error, and after that ctx ended")
	})
	for _, limit := range []int{1, 3} {
		for _, err := range []error{interrupted, context.Canceled} {
			inspect(t, limit, 3, func(t *testing.T, m *morning) {
				m.cancel()
				m.end(err, m.rides...)
				m.expect(context.Canceled, fmt.Sprintf("ctx ended, and after that the calls of f that were in progress returned %s", describe(err)))
			})
		}
	}
	// The cause of ctx may be the very error that f returned: a caller who hears of
	// it ends all else for the same reason.
	inspect(t, 2, 2, func(t *testing.T, m *morning) {
		m.end(errWorn, m.inProgress(1, "")[0])
		m.cancelFor(errWorn)
		m.end(nil, m.rides...)
		m.expect(errWorn, "a call of f returned an error, and after that the caller ended ctx, with this error as the cause")
	})
	inspect(t, 2, 2, func(t *testing.T, m *morning) {
		m.cancelFor(errWorn)
		m.end(errWorn, m.rides...)
		m.expect(context.Canceled, "the caller ended ctx, and after that a call of f returned an error, the same that is the cause of ctx")
	})
	schedule.Explore(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		schedule.Go(t, "the end of ctx", cancel)
		err := pool.Each(ctx, 2, []int{0, 1}, func(ctx context.Context, item int) error {
			if item == 0 {
				return errWorn
			}
			<-ctx.Done()
			return interrupted
		})
		schedule.Quiesce()
		require.True(t, err == errWorn || err == context.Canceled, "a call of f returned an error, and ctx ended at some moment. Another call saw that its own ctx had ended, "+
			"and returned %s for that. Each returned %s; expected what came first, %s or %s", describe(interrupted), describe(err), describe(errWorn), describe(context.Canceled))
	})
}

func TestTheCtxOfACallDescendsFromTheCallers(t *testing.T) {
	type key struct{}
	tuesday := func(t *testing.T) context.Context {
		ctx, cancel := context.WithTimeout(context.WithValue(context.Background(), key{}, "Tuesday"), 8*time.Hour)
		t.Cleanup(cancel)
		return ctx
	}
	inspectWith(t, tuesday, 2, 3, func(t *testing.T, m *morning) {
		want, _ := m.ctx.Deadline()
		for range m.rides {
			r := m.inProgress(1, "")[0]
			require.True(t, r.ctx.Value(key{}) == "Tuesday", "the caller's ctx carries a value, and the ctx that f was handed does not")
			deadline, ok := r.ctx.Deadline()
			require.True(t, ok, "the caller's ctx has a deadline, and the ctx that f was handed has none")
			require.True(t, deadline.Equal(want), "the caller's ctx ends in %v, and the ctx that f was handed in %v; expected the same deadline",
				time.Until(want), time.Until(deadline))
			m.end(nil, r)
		}
	})
}

func TestTheCtxOfACallEndsWithEach(t *testing.T) {
	for _, limit := range []int{1, 2, 5} {
		inspectWith(t, newOwnContext, limit, 5, func(t *testing.T, m *morning) {
			for range m.rides {
				calls := m.inProgress(1, "")
				for _, r := range calls {
					require.True(t, r.ctx.Err() == nil, "nothing has gone wrong, a call of f is in progress, and its ctx has ended")
				}
				m.end(nil, calls[len(calls)-1])
			}
			require.True(t, m.returned(), "all calls of f have returned nil, and Each has not returned")
			for _, r := range m.rides {
				require.True(t, r.ctx.Err() != nil, "Each has returned, and the ctx that it handed to f has not ended: what was made from it is never cleared away")
			}
		})
	}
	schedule.Explore(t, func(t *testing.T) {
		handed := context.Background()
		_ = pool.Each(context.Background(), 1, []int{1}, func(ctx context.Context, _ int) error { handed = ctx; return nil })
		err := handed.Err()
		schedule.Quiesce()
		require.True(t, err != nil, "Each returned, and at that moment the ctx that it had handed to f had not ended yet")
	})
}

func TestTwoCallsOfEachShareNothing(t *testing.T) {
	inspect(t, 1, 2, func(t *testing.T, morning *morning) {
		evening := morning.another(1, 2)
		defer evening.close()
		evening.inProgress(1, ", another Each with a limit of its own is at work")
		morning.end(errWorn, morning.inProgress(1, "")[0])
		evening.end(nil, evening.rides...)
		evening.expect(nil, "all calls of f have returned nil; in another Each, one returned an error")
	})
	schedule.Bubble(t, func(t *testing.T) {
		var calls schedule.Gauge
		err := pool.Each(context.Background(), 1, []int{0, 1}, func(ctx context.Context, _ int) error {
			return pool.Each(ctx, 1, []int{0, 1}, func(context.Context, int) error { calls.Enter(); return nil })
		})
		schedule.Quiesce()
		require.NoError(t, err, "f called Each itself, for other items, and all went well")
		require.True(t, calls.Now() == 4, "f was called for 2 items, and called Each itself with another f and 2 items; the other f was called %s; expected 4 times", schedule.Count(calls.Now(), "time"))
	})
	schedule.Bubble(t, func(t *testing.T) {
		day := make(chan struct{})
		var inner error
		schedule.Go(t, "the caller", func() {
			_ = pool.Each(context.Background(), 2, []int{0, 1}, func(ctx context.Context, item int) error {
				if item == 1 {
					return errWorn
				}
				inner = pool.Each(ctx, 1, []int{0}, func(context.Context, int) error { <-day; return nil })
				return nil
			})
		})
		schedule.Quiesce()
		close(day)
		schedule.Quiesce()
		require.True(t, inner == nil || inner == context.Canceled,
			"f called Each itself, and the ctx for that ended because another call of f had returned %s. That Each returned %s; expected ctx.Err(), or nil",
			describe(errWorn), describe(inner))
	})
}

// handful is how many goroutines there may be besides those that are needed:
// more than the contract says, because one that is dead is counted now and then.
const handful = 20

var (
	errWorn    = errors.New("the brakes are worn")
	errItRains = errors.New("it rains")
)

// An inspectionError is an error of another type than those of package errors.
type inspectionError struct{ what string }

func (e *inspectionError) Error() string { return e.what }

// Problems are an error that is a list.
type problems []string

func (p problems) Error() string { return strings.Join(p, "; ") }

// A ride is an item. Its inspection, the call of f, goes on until somebody ends
// it.
type ride struct {
	number      int
	begun, over schedule.Gauge
	ctx         context.Context // of its inspection, once that has begun
	result      chan error
}

// A morning is one call of Each and the rides that it was called for.
type morning struct {
	t        *testing.T
	ctx      context.Context
	stop     context.CancelCauseFunc // of ctx
	limit    int
	rides    []*ride
	running  schedule.Gauge // inspections
	over     schedule.Gauge // Each itself
	err      error          // what it returned, when it is over
	panicked string         // or panicked with
}

// inspect calls Each in a bubble, in a goroutine of its own, and calls body when
// everybody has come to rest. What the methods of morning do is over when
// everybody rests again.
func inspect(t *testing.T, limit, rides int, body func(t *testing.T, m *morning)) {
	t.Helper()
	inspectWith(t, nil, limit, rides, body)
}

// inspectWith does it with another ctx than one that can be cancelled.
func inspectWith(t *testing.T, ctx func(t *testing.T) context.Context, limit, rides int, body func(t *testing.T, m *morning)) {
	t.Helper()
	schedule.Bubble(t, func(t *testing.T) {
		m := &morning{t: t}
		if m.ctx, m.stop = context.WithCancelCause(context.Background()); ctx != nil {
			m.ctx = ctx(t)
		}
		m.begin(limit, rides)
		defer m.close()
		schedule.Quiesce()
		body(t, m)
	})
}

// another calls Each once more, with the same ctx.
func (m *morning) another(limit, rides int) *morning {
	other := &morning{t: m.t, ctx: m.ctx}
	other.begin(limit, rides)
	schedule.Quiesce()
	return other
}

func (m *morning) begin(limit, rides int) {
	m.limit = limit
	for i := range rides {
		m.rides = append(m.rides, &ride{number: i, result: make(chan error, 1)})
	}
	schedule.Go(m.t, "the caller", func() {
		m.panicked = schedule.Panic(func() { m.err = pool.Each(m.ctx, limit, m.rides, m.inspect) })
		m.over.Enter()
	})
}

func (m *morning) inspect(ctx context.Context, r *ride) error {
	if r.begun.Enter() == 1 {
		r.ctx = ctx
	}
	m.running.Enter()
	err := <-r.result
	m.running.Leave()
	r.over.Enter()
	return err
}

// end lets the inspections return err, now or when it comes to them.
func (m *morning) end(err error, rides ...*ride) {
	for _, r := range rides {
		select {
		case r.result <- err:
		default: // it has ended already
		}
	}
	schedule.Quiesce()
}

// cancel ends ctx.
func (m *morning) cancel() {
	m.cancelFor(errors.New("the cause, which is not what ctx.Err() returns"))
}

func (m *morning) cancelFor(cause error) {
	m.stop(cause)
	schedule.Quiesce()
}

// close ends all inspections for good, so that a test that has failed does not
// also end in a leak. One after the other: nothing is left to luck. Who looks
// every now and then whether it may go on has time to.
func (m *morning) close() {
	for _, r := range m.rides {
		close(r.result)
		schedule.Quiesce()
	}
	time.Sleep(10 * time.Second)
}

// begun returns for how many items f was called, and the last of these items,
// -1 when there is none.
func (m *morning) begun() (items, last int) {
	last = -1
	for _, r := range m.rides {
		if r.begun.Now() > 0 {
			items++
			last = r.number
		}
	}
	return items, last
}

// returnedCalls returns how many calls of f have returned.
func (m *morning) returnedCalls() (calls int) {
	for _, r := range m.rides {
		calls += r.over.Now()
	}
	return calls
}

// inProgress returns the items for which a call of f is in progress, and ends
// the test when there are fewer than that. The story goes on after the number of
// the items.
func (m *morning) inProgress(fewest int, story string) (calls []*ride) {
	m.t.Helper()
	schedule.Quiesce()
	m.returned() // or did it panic?
	for _, r := range m.rides {
		if r.begun.Now() > r.over.Now() {
			calls = append(calls, r)
		}
	}
	require.True(m.t, len(calls) >= fewest, "the limit is %d, %s%s, and the number of calls of f in progress is %d; expected %d",
		m.limit, thereAre(len(m.rides), "item"), story, len(calls), fewest)
	return calls
}

// returned says whether Each has returned, and ends the test when it panicked.
func (m *morning) returned() bool {
	m.t.Helper()
	if m.over.Now() == 0 {
		return false
	}
	require.Empty(m.t, m.panicked, "the limit is %d, %s, and Each panicked", m.limit, thereAre(len(m.rides), "item"))
	return true
}

// expect ends the test when Each has not returned, or returned another error.
func (m *morning) expect(err error, story string) {
	m.t.Helper()
	require.True(m.t, m.returned(), "%s, and Each has not returned", story)
	require.True(m.t, m.err == err, "%s. Each returned %s; expected %s, as it is", story, describe(m.err), describe(err))
}

func thereAre(n int, what string) string {
	if n == 1 {
		return "there is " + schedule.Count(n, what)
	}
	return "there are " + schedule.Count(n, what)
}

func describe(err error) string {
	if err == nil {
		return "nil"
	}
	return fmt.Sprintf("%q (a %T)", err, err)
}

// lastGoroutine returns the number of a new goroutine. With one processor they
// are numbered in the order in which they start, but for some numbers that the
// processor may have had in stock for long: fewer than 17.
func lastGoroutine() (number int) {
	for range 17 {
		done := make(chan struct{})
		go func() {
			defer close(done)
			var text [64]byte
			fields := strings.Fields(string(text[:runtime.Stack(text[:], false)])) // goroutine 18 [running]:
			number, _ = strconv.Atoi(fields[1])
		}()
		<-done
	}
	return number
}

// An ownContext is a context that package context does not know: a descendant
// of it has a goroutine, which lives until one of the two ends.
type ownContext struct {
	context.Context
	done chan struct{}
	err  schedule.Gauge
}

func newOwnContext(*testing.T) context.Context {
	return &ownContext{Context: context.Background(), done: make(chan struct{})}
}

func endedOwnContext(t *testing.T) context.Context {
	ctx := newOwnContext(t)
	ctx.(*ownContext).end()
	return ctx
}

func (c *ownContext) Done() <-chan struct{} { return c.done }

func (c *ownContext) Err() error {
	if c.err.Now() > 0 {
		return errItRains
	}
	return nil
}

func (c *ownContext) end() {
	c.err.Enter()
	close(c.done)
}
