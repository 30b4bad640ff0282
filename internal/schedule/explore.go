package schedule

import (
	"fmt"
	"math/rand"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"example.com/backpressure/internal/schedule/step"
	"example.com/backpressure/internal/schedule/watch"
)

// The bounds of a search. Most mistakes need one preemption, nearly all of
// them two. Of the wrong answers tried so far the one that hides best needed
// 290 schedules, and most needed ten.
const (
	mostPreemptions = 3
	mostSchedules   = 1000
	mostAtRandom    = 500 // after that, where these were not all
	retries         = 3   // of a schedule that could not be repeated
)

// telling is how many looks at an exploration lie between two words that it
// goes on.
const telling = 16

// A search goes through the schedules of one body. Each is told by the path
// of choices that leads to it; after the path the first alternative is always
// taken. So each run knows, by the alternatives that it passed after its own
// path, the paths that lead away from it, and every schedule runs once.
type search struct {
	t     *testing.T
	body  func(*testing.T)
	every bool // every line is a point
	sound *muffler

	paths  [][]step.Choice // still to run at this bound
	costly [][]step.Choice // to run at the next one

	bound     int
	seed      uint64 // of a schedule at random
	random    int    // how many there were
	schedules int
	most      int // schedules at the most
	highest   int // bound on preemptions
	before    int // schedules of the search before this one
	lost      int // could not be repeated
	run       *step.Run
	begun     atomic.Bool // orders the body's write of run before a look at it after a deadlock
	progress  atomic.Int64
	verdict   string
	printed   string
	passed    bool
}

// only one exploration goes on at a time.
var exploring sync.Mutex

// explore runs body under every schedule up to the bounds.
//
// Where nothing races it is enough to switch before what synchronises, and
// that takes far fewer schedules. The race detector tells whether anything
// does; without it, and after a race, to see what it leads to, the search goes
// on with switches at every line.
func explore(t *testing.T, body func(*testing.T)) *search {
	t.Helper()
	exploring.Lock()
	defer exploring.Unlock()
	// One processor: nothing would run in parallel, and hand-overs are faster.
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))

	races := step.Races()
	s := &search{t: t, body: body, most: mostSchedules, highest: mostPreemptions}
	s.start()
	if s.passed && !step.Race {
		s = &search{t: t, body: body, most: mostSchedules, highest: mostPreemptions, every: true, before: s.schedules, random: s.random, lost: s.lost}
		s.start()
	}
	if s.passed {
		return s
	}
	for attempt := 0; attempt < 5 && s.verdict == "" && step.Races() > races; attempt++ {
		races = step.Races()
		finer := &search{t: t, body: body, most: mostSchedules, highest: mostPreemptions, every: true}
		if finer.start(); finer.passed {
			break
		}
		s = finer // it shows another race, or something worse
	}
	if s.verdict != "" {
		t.Error(s.verdict)
	}
	t.Log(picture(s))
	if s.printed != "" {
		t.Log("printed in this schedule:\n" + strings.TrimRight(s.printed, "\n"))
	}
	t.FailNow()
	return nil
}

// secondLook runs a body that has ended with that verdict once more, in a run
// that knows where everybody stands, and returns what to say.
func secondLook(t *testing.T, body func(*testing.T), verdict string) string {
	exploring.Lock()
	defer exploring.Unlock()
	s := &search{t: t, body: body, most: 1}
	s.start()
	if strings.HasPrefix(s.verdict, verdict) {
		return s.verdict
	}
	return verdict
}

// start searches in a goroutine of its own, which ends when the body's T has
// failed, and hangs when the answer does.
func (s *search) start() {
	s.t.Helper()
	s.paths = [][]step.Choice{nil}
	s.sound = muffle()
	ended := make(chan bool)
	go func() {
		defer close(ended)
		s.all()
	}()
	hung := s.watch(ended)
	step.Stop()
	printed := s.sound.end()
	if hung { // and s is still in use
		at := watch.At(watch.Places(true))
		step.Abandon()
		watch.Hurry()
		s.t.Fatal("hang: in this schedule nothing moves any more, and yet not everybody rests. Somebody waits " +
			"for something that is not the test's own, such as a channel in a package variable, or runs in a loop." + at)
	}
	s.printed = printed
}

// watch returns when the search has ended, or true when nothing at all moves.
func (s *search) watch(ended chan bool) (hung bool) {
	defer watch.Begin()()
	var patience watch.Patience
	for look := 1; ; look++ {
		select {
		case <-ended:
			return false
		case <-time.After(watch.Glance):
		}
		s.sound.clip()
		schedules := s.progress.Load()
		if patience.Look(schedules+int64(step.Steps()), schedules) != watch.All {
			return true
		}
		if look%telling == 0 {
			// To whoever waits for the test's next word. Not to the T: it is no news.
			fmt.Fprintln(s.sound.stderr(), step.StillExploring)
		}
	}
}

// all is the search: depth first, and bound after bound.
func (s *search) all() {
	for s.bound = 0; ; s.bound++ {
		for len(s.paths) > 0 && s.schedules < s.most {
			path := s.paths[len(s.paths)-1]
			s.paths = s.paths[:len(s.paths)-1]
			s.one(path)
			if s.run == nil || s.verdict != "" {
				return
			}
			s.branch(len(path))
		}
		if len(s.paths) > 0 || len(s.costly) == 0 || s.bound == s.highest {
			break
		}
		s.paths, s.costly = s.costly, nil
		if len(s.paths) > s.most-s.schedules {
			// Not all of them will have their turn: take some from everywhere.
			rand.New(rand.NewSource(1)).Shuffle(len(s.paths), func(i, j int) {
				s.paths[i], s.paths[j] = s.paths[j], s.paths[i]
			})
		}
	}
	if len(s.paths) > 0 && !s.atRandom() {
		return
	}
	s.passed = true
}

// atRandom tries schedules from everywhere when there are too many to go
// through, and reports whether it came to its end. Their seeds are the same
// every time, so a mistake that one of them finds is found by it again.
func (s *search) atRandom() bool {
	for s.seed = 1; s.seed <= mostAtRandom; s.seed++ {
		s.random++
		s.one(nil)
		if s.run == nil || s.verdict != "" {
			return false
		}
	}
	s.seed = 0
	return true
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
	s.sound.clear()
	step.NewEra()
	defer step.NewEra()
	defer func() {
		switch p := recover(); {
		case p == nil:
		case s.begun.Load():
			s.verdict = s.stuck(fmt.Sprint(p))
		default:
			s.verdict = deadlock(p)
		}
		step.Stop()
	}()
	defer func() { s.verdict = lateComplaint() }() // before the recover above, which knows better
	defer step.OnPanic(nil)                        // when every goroutine has ended, not only the body
	synctest.Test(s.t, func(t *testing.T) {
		s.run = step.Begin(s.run, path, s.every, s.seed, synctest.Wait)
		s.begun.Store(true)
		races := step.Races()
		s.run.Failed = func() bool { return step.Races() == races && t.Failed() }
		step.OnPanic(func(who string, p any) { complain(t, panicked(who, p)) })
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
			} else if len(s.costly) < s.most {
				s.costly = append(s.costly, other)
			}
		}
	}
}
