package step

// A lottery chooses schedules at random where there are too many to try them
// all. It is probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi
// and Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of
// Finding Bugs", ASPLOS 2010): each goroutine has a random rank, the highest of
// those that can go on does, and at a few random moments the one that runs falls
// below all others. A mistake that takes d such orders to show is found with a
// probability of at least 1/(n·k^(d-1)) in each schedule of n goroutines and k
// choices, however many schedules there are.
//
// The zero lottery always says the first.
type lottery struct {
	random uint64
	falls  [3]int // the numbers of the choices at which who runs falls
	lowest int
}

// newLottery returns the lottery of that seed, for a body whose schedules are
// about as long as those before.
func newLottery(seed uint64, before *Run) lottery {
	l := lottery{random: seed * 0x9e3779b97f4a7c15}
	span := 8
	if before != nil {
		span = max(span, before.depth)
	}
	falls := 1 + int(seed%uint64(len(l.falls)))
	for i := range l.falls {
		l.falls[i] = -1
		if i < falls {
			l.falls[i] = l.draw(span)
		}
	}
	return l
}

// draw returns a number below n: 0 in the zero lottery, a random one in others
// (xorshift64).
//
//go:norace
func (l *lottery) draw(n int) int {
	l.random ^= l.random << 13
	l.random ^= l.random >> 7
	l.random ^= l.random << 17
	return int(l.random>>33) % n
}

// highest returns which of the first n candidates has the highest rank, 0 in
// the zero lottery. h is who asks, or nil.
//
//go:norace
func (r *Run) highest(h *goroutine, n int) int {
	if r.random == 0 {
		return 0
	}
	fall := h != nil && h.tired // whoever lets the others go first means it
	for i := range r.falls {
		fall = fall || r.falls[i] == r.depth
	}
	if fall && h != nil {
		r.lowest--
		h.rank = r.lowest
	}
	best := 0
	for i := 1; i < n; i++ {
		if r.candidates[i].rank > r.candidates[best].rank {
			best = i
		}
	}
	return best
}
