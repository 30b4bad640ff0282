package bench

import (
	"net/http"
	"net/http/httptest"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/alitto/pond/v2"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/bulkhead"
	"github.com/go-chi/chi/v5/middleware"
	conclimit "github.com/sourcegraph/conc/pool"
	"golang.org/x/sync/errgroup"

	limiter "example.com/backpressure/solutions/01-backpressure/3-limiter"
)

// calls returns, for a limit of one, how each contender is used by the book: a
// call runs f in the only slot, and reports whether f ran.
func calls() map[string]func(f func()) bool {
	own := limiter.NewRequestLimiter(1)
	executor := failsafe.With[any](bulkhead.New[any](1))
	var group errgroup.Group
	group.SetLimit(1)
	workers := pond.NewPool(1)
	concurrent := conclimit.New().WithMaxGoroutines(1)
	return map[string]func(f func()) bool{
		"RequestLimiter": func(f func()) bool { return own.Execute(f) == nil },
		"failsafe executor with a bulkhead": func(f func()) (ran bool) {
			_ = executor.Run(func() error { ran = true; f(); return nil })
			return ran
		},
		"errgroup, TryGo": func(f func()) bool {
			if !group.TryGo(func() error {
				defer func() { _ = recover() }() // or the program dies
				f()
				return nil
			}) {
				return false
			}
			return waits(func() { _ = group.Wait() })
		},
		"pond": func(f func()) bool {
			ran := make(chan struct{})
			workers.Submit(func() { close(ran); f() })
			return waits(func() { <-ran })
		},
		"conc": func(f func()) bool {
			ran := make(chan struct{})
			go concurrent.Go(func() { close(ran); f() }) // Go waits for a slot
			return waits(func() { <-ran })
		},
	}
}

// chi's Throttle is one of a handler; each contender is made anew, because a
// handler is bound to what it calls.
func throttled() func(f func()) bool {
	var f func()
	var ran bool
	h := middleware.Throttle(1)(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { ran = true; f() }))
	return func(call func()) bool {
		f, ran = call, false
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
		return ran
	}
}

// waits reports whether f returns within a second.
func waits(f func()) bool {
	over := make(chan struct{})
	go func() {
		defer close(over)
		defer func() { _ = recover() }() // conc and pond hand a panic on to who waits
		f()
	}()
	select {
	case <-over:
		return true
	case <-time.After(time.Second):
		return false
	}
}

// What becomes of the slot when the work panics, or ends its goroutine: run with
// -v for the table. RequestLimiter's has to come back.
func TestWhatBecomesOfTheSlot(t *testing.T) {
	contenders := calls()
	names := []string{"chi Throttle"}
	for name := range contenders {
		names = append(names, name)
	}
	for ending, f := range map[string]func(){
		"panics":       func() { panic("no machine") },
		"calls Goexit": runtime.Goexit,
	} {
		fresh := calls()
		fresh["chi Throttle"] = throttled()
		for _, name := range names {
			call := fresh[name]
			// In a goroutine of its own, which Goexit may end.
			var first sync.WaitGroup
			first.Go(func() {
				defer func() { _ = recover() }()
				call(f)
			})
			first.Wait()
			back := make(chan bool, 1)
			go func() { back <- call(func() {}) }()
			verdict := "is lost"
			select {
			case ran := <-back:
				if ran {
					verdict = "comes back"
				}
			case <-time.After(5 * time.Second):
				verdict = "is lost, and the next call waits for ever"
			}
			t.Logf("%-35s when the work %-13s the slot %s", name, ending, verdict)
			if name == "RequestLimiter" && verdict != "comes back" {
				t.Errorf("RequestLimiter: the slot %s when the work %s", verdict, ending)
			}
		}
	}
}
