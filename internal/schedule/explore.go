package schedule

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"example.com/backpressure/internal/schedule/step"
)

// The bounds of a search. Most mistakes need one preemption, nearly all of
// them two; the counts grow by about ten with each.
const (
	mostPreemptions = 3
	mostSchedules   = 2000
	retries         = 3 // of a schedule that could not be repeated
)

// A search goes through the schedules of one body. Each is told by the path
// of choices that leads to it; after the path the first alternative is always
// taken. So each run knows, by the alternatives that it passed after its own
// path, the paths that lead away from it, and every schedule runs once.
type search struct {
	t     *testing.T
	body  func(*testing.T)
	every bool // every line is a point

	paths  [][]step.Choice // still to run at this bound
	costly [][]step.Choice // to run at the next one

	bound     int
	schedules int
	lost      int // could not be repeated
	run       *step.Run
	progress  atomic.Int64
	verdict   string
	passed    bool
}

// only one exploration goes on at a time.
var exploring sync.Mutex

// explore runs body under every schedule up to the bounds.
func explore(t *testing.T, body func(*testing.T)) *search {
	t.Helper()
	s := &search{t: t, body: body, every: !step.Race, paths: [][]step.Choice{nil}}
	exploring.Lock()
	defer exploring.Unlock()
	// One processor: nothing would run in parallel, and hand-overs are faster.
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	ended := make(chan bool)
	go func() {
		defer close(ended) // also when synctest.Test ends this goroutine
		s.all()
	}()
	hung := s.watch(ended)
	s.run.Stop()
	switch {
	case s.passed:
		return s
	case hung:
		s.verdict = fmt.Sprintf("hang: after %v of real time this schedule still has not come to an end. "+
			"Somebody waits for something outside of the bubble, or spins in code that is not the answer's.", patience)
	}
	if s.verdict != "" {
		t.Error(s.verdict)
	}
	if !hung {
		t.Log(picture(s))
	}
	t.FailNow()
	return nil
}

// watch returns when the search has ended, or true when one schedule takes
// much longer than any should.
func (s *search) watch(ended chan bool) (hung bool) {
	for last := int64(-1); ; {
		select {
		case <-ended:
			return false
		case <-time.After(patience):
			now := s.progress.Load()
			if now == last {
				return true
			}
			last = now
		}
	}
}

// all is the search: depth first, and bound after bound.
func (s *search) all() {
	for s.bound = 0; ; s.bound++ {
		for len(s.paths) > 0 && s.schedules < mostSchedules {
			path := s.paths[len(s.paths)-1]
			s.paths = s.paths[:len(s.paths)-1]
			s.one(path)
			if s.run == nil || s.verdict != "" {
				return
			}
			s.branch(len(path))
		}
		if len(s.paths) > 0 || len(s.costly) == 0 || s.bound == mostPreemptions {
			break
		}
		s.paths, s.costly = s.costly, nil
	}
	s.passed = true
}

// one runs the schedule that path leads to. When something else than the
// schedule is different this time, it tries again; every run is a real one,
// whatever it shows. It does not return when the body's T has failed.
func (s *search) one(path []step.Choice) {
	for range retries {
		s.bubble(path)
		s.progress.Add(1)
		if s.verdict != "" || !s.run.Diverged {
			break
		}
	}
	if s.run.Diverged {
		s.lost++
	}
	if !s.run.Twice {
		s.schedules++
	}
}

// bubble is one run.
func (s *search) bubble(path []step.Choice) {
	step.NewEra()
	defer step.NewEra()
	defer func() {
		if p := recover(); p != nil {
			s.verdict = s.stuck(fmt.Sprint(p))
		}
		s.run.Stop()
	}()
	synctest.Test(s.t, func(t *testing.T) {
		s.run = step.Begin(s.run, path, s.every, synctest.Wait)
		step.OnPanic(func(who string, p any) { t.Error(panicked(who, p)) })
		defer step.OnPanic(nil)
		defer s.run.End()
		defer report(t, "")
		s.body(t)
	})
}

// branch adds the paths that lead away from the run, behind its own path of
// that length.
func (s *search) branch(length int) {
	if s.run.Diverged || s.run.Twice {
		return // what it passed is not what path promised
	}
	trail := s.run.Trail()
	for at := len(trail) - 1; at >= length; at-- {
		c := trail[at]
		for pick := c.All - 1; pick > c.Pick; pick-- {
			other := make([]step.Choice, at+1)
			copy(other, trail)
			other[at].Pick = pick
			if pick < c.Free {
				s.paths = append(s.paths, other)
			} else if len(s.costly) < mostSchedules {
				s.costly = append(s.costly, other)
			}
		}
	}
}
