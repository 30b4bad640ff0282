package queue

import "time"

// Endless is the number of places in a line without an end.
const Endless = -1

// A Station serves guests: so many at once, and the others wait in line.
type Station struct {
	Servers int // guests served at once
	Places  int // in the line, or Endless

	// NewestFirst serves the last in line first. Otherwise it is first come,
	// first served.
	NewestFirst bool

	// StillWanted is asked when a guest's turn has come; a guest for whom it
	// returns false is sent home instead. Nil: everybody is served.
	StillWanted func(guest Visit) bool

	clock *Clock
	busy  int
	line  []*Visit
}

// A Visit is one guest's.
type Visit struct {
	Came  time.Duration // when it stood at the door
	Work  time.Duration // how long serving it takes
	Began time.Duration // when its turn came, if it did
	Left  time.Duration // when it went, served or not
	Fate  Fate
	done  func(Visit)
}

// A Fate is what becomes of a guest.
type Fate int

const (
	Served     Fate = iota
	TurnedAway      // at the door: every place in line was taken
	SentHome        // in line: when its turn came, it was no longer wanted
	GaveUp          // by itself: see Client
)

// Stay is how long the guest was there, waiting or served.
func (v Visit) Stay() time.Duration { return v.Left - v.Came }

// Answered reports whether the guest was served within that time of its coming.
func (v Visit) Answered(within time.Duration) bool {
	return v.Fate == Served && v.Stay() <= within
}

// Waited reports whether the guest stood in line for any time at all.
func (v Visit) Waited() bool { return v.Began > v.Came }

// Inside returns the number of guests who are served or wait.
func (s *Station) Inside() int { return s.busy + len(s.line) }

func (s *Station) open(clock *Clock) { s.clock = clock }

func (s *Station) enter(work time.Duration, done func(Visit)) {
	guest := &Visit{Came: s.clock.Now(), Work: work, done: done}
	switch {
	case s.busy < s.Servers:
		s.serve(guest)
	case s.Places == Endless || len(s.line) < s.Places:
		s.line = append(s.line, guest)
	default:
		s.leave(guest, TurnedAway)
	}
}

func (s *Station) serve(guest *Visit) {
	s.busy++
	guest.Began = s.clock.Now()
	s.clock.After(guest.Work, func() {
		s.busy--
		s.next()
		s.leave(guest, Served)
	})
}

// next gives the free server to somebody in line.
func (s *Station) next() {
	for len(s.line) > 0 {
		var guest *Visit
		if last := len(s.line) - 1; s.NewestFirst {
			guest, s.line = s.line[last], s.line[:last]
		} else {
			guest, s.line = s.line[0], s.line[1:]
		}
		guest.Began = s.clock.Now()
		if s.StillWanted == nil || s.StillWanted(*guest) {
			s.serve(guest)
			return
		}
		s.leave(guest, SentHome)
	}
}

func (s *Station) leave(guest *Visit, fate Fate) {
	guest.Left, guest.Fate = s.clock.Now(), fate
	guest.done(*guest)
}
