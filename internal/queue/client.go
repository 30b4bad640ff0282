package queue

import (
	"math/rand/v2"
	"time"
)

// A Client goes to a door for each guest, and goes there again when there was no
// answer. It may give up on a try; who is behind the door does not notice, and
// does the work all the same.
type Client struct {
	Door     Door
	Patience time.Duration // how long it waits for the answer to a try
	Tries    int           // for each guest, at least 1
	Pause    Times         // before a try is repeated; nil: none
	Budget   *Budget       // for its repetitions; nil: as many as it likes

	clock  *Clock
	chance *rand.Rand
}

// A Budget bounds the repetitions of a Client to a share of its guests. Each
// guest pays in a Share of a try; each repetition takes out a whole one, and is
// not made when there is none. At most Most lie in it. The zero Budget allows
// none; a new one is empty.
type Budget struct {
	Share, Most float64
	saved       float64
}

func (b *Budget) payIn() {
	if b != nil {
		b.saved = min(b.saved+b.Share, b.Most)
	}
}

func (b *Budget) takeOut() bool {
	if b == nil {
		return true
	}
	if b.saved < 1 {
		return false
	}
	b.saved--
	return true
}

func (c *Client) open(clock *Clock) {
	c.clock, c.chance = clock, rand.New(rand.NewPCG(4, 4))
	c.Door.open(clock)
}

func (c *Client) enter(work time.Duration, done func(Visit)) {
	c.Budget.payIn()
	c.try(Visit{Came: c.clock.Now(), Work: work}, c.Tries, done)
}

// try makes one try for a guest, of those that are left, and more when it fails.
func (c *Client) try(guest Visit, left int, done func(Visit)) {
	over := false
	end := func(began time.Duration, fate Fate) {
		if over {
			return // the answer comes when nobody waits for it
		}
		over = true
		if fate != Served && left > 1 && c.Budget.takeOut() {
			c.clock.After(c.pause(), func() { c.try(guest, left-1, done) })
			return
		}
		guest.Began, guest.Left, guest.Fate = began, c.clock.Now(), fate
		done(guest)
	}
	c.clock.After(c.Patience, func() { end(0, GaveUp) })
	c.Door.enter(guest.Work, func(v Visit) { end(v.Began, v.Fate) })
}

func (c *Client) pause() time.Duration {
	if c.Pause == nil {
		return 0
	}
	return c.Pause(c.chance)
}
