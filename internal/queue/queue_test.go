package queue_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"example.com/backpressure/internal/queue"
)

const work = 20 * time.Millisecond

// at returns a crowd for servers that are kept busy for that share of the time.
func at(busy float64, servers, guests int) queue.Crowd {
	gap := queue.Every(busy * float64(servers) * 50)
	return queue.Crowd{Guests: guests, Gap: queue.Random(gap), Work: queue.Random(work)}
}

func turnedAway(v queue.Visit) bool { return v.Fate == queue.TurnedAway }

// near asserts that a measured figure is that close to a computed one, as a share
// of it.
func near(t *testing.T, computed, measured, share float64, what string, args ...any) {
	t.Helper()
	assert.InEpsilon(t, computed, measured, share, append([]any{what}, args...)...)
}

// The tables that telephone engineers used agree with these figures.
func TestErlangsFormulas(t *testing.T) {
	assert.Equal(t, 1.0, queue.ErlangB(0, 5))
	assert.InDelta(t, 0.5, queue.ErlangB(1, 1), 1e-12)
	assert.InDelta(t, 0.2849, queue.ErlangB(5, 5), 1e-4)
	assert.InDelta(t, 0.5640, queue.ErlangB(5, 10), 1e-4)
	assert.InDelta(t, 0.75, queue.ErlangC(1, 0.75), 1e-12, "one server: whoever comes while it is busy waits")
	assert.InDelta(t, 0.5541, queue.ErlangC(5, 4), 1e-4)
	assert.Equal(t, 1.0, queue.ErlangC(5, 5))
	assert.Equal(t, 18, queue.ServersFor(10, 0.01))
	assert.Equal(t, 117, queue.ServersFor(100, 0.01))
}

// The recursion is the formula as Erlang wrote it.
func TestErlangBIsTheSumOfItsTerms(t *testing.T) {
	for _, servers := range []int{1, 2, 5, 12} {
		for _, load := range []float64{0.3, 1, 5, 30} {
			term, sum := 1.0, 1.0
			for n := 1; n <= servers; n++ {
				term *= load / float64(n)
				sum += term
			}
			assert.InDelta(t, term/sum, queue.ErlangB(servers, load), 1e-12)
		}
	}
}

// Who finds no server free is turned away as Erlang B says, whatever the work
// varies like; and waits as Erlang C says, when there is a line.
func TestStationsAgreeWithErlang(t *testing.T) {
	for _, busy := range []float64{0.5, 0.8, 1, 2} {
		crowd := at(busy, 5, 100_000)
		steady := crowd
		steady.Work = queue.Steady(work)
		b := queue.ErlangB(5, 5*busy)
		assert.InDelta(t, b, queue.Share(crowd.Visit(&queue.Station{Servers: 5}), turnedAway), 0.01, "B, %v busy", busy)
		assert.InDelta(t, b, queue.Share(steady.Visit(&queue.Station{Servers: 5}), turnedAway), 0.01, "B, %v busy, steady", busy)
		if busy < 1 {
			visits := crowd.Visit(&queue.Station{Servers: 5, Places: queue.Endless})
			assert.InDelta(t, queue.ErlangC(5, 5*busy), queue.Share(visits, queue.Visit.Waited), 0.02, "C, %v busy", busy)
			wait := queue.ErlangC(5, 5*busy) / (5 * (1 - busy)) // in units of the work
			near(t, (1+wait)*work.Seconds(), queue.MeanStay(visits).Seconds(), 0.04, "stay, %v busy", busy)
		}
	}
}

// A line with an end turns away as the M/M/c/K queue does: with one server, and
// room for K, the share is (1-a) a^K / (1 - a^(K+1)).
func TestAShortLineTurnsAwayWhatItShould(t *testing.T) {
	for _, busy := range []float64{0.8, 1.5} {
		for _, places := range []int{1, 4} {
			k := float64(places + 1)
			share := (1 - busy) * math.Pow(busy, k) / (1 - math.Pow(busy, k+1))
			visits := at(busy, 1, 100_000).Visit(&queue.Station{Servers: 1, Places: places})
			assert.InDelta(t, share, queue.Share(visits, turnedAway), 0.01, "%v busy, %d places", busy, places)
		}
	}
}

func TestOneServerAgreesWithPollaczekAndKhinchine(t *testing.T) {
	for _, busy := range []float64{0.5, 0.8, 0.9} {
		random := at(busy, 1, 200_000)
		visits := random.Visit(&queue.Station{Servers: 1, Places: queue.Endless})
		near(t, queue.MeanStayOfOne(busy, 1)*work.Seconds(), queue.MeanStay(visits).Seconds(), 0.05, "random, %v busy", busy)
		// The stay at one server is exponential: one in a hundred stays ln 100
		// times the mean.
		near(t, math.Log(100)*queue.MeanStayOfOne(busy, 1)*work.Seconds(), queue.SlowestStay(visits, 1).Seconds(), 0.08, "slowest, %v busy", busy)

		steady := random
		steady.Work = queue.Steady(work)
		visits = steady.Visit(&queue.Station{Servers: 1, Places: queue.Endless})
		near(t, queue.MeanStayOfOne(busy, 0)*work.Seconds(), queue.MeanStay(visits).Seconds(), 0.05, "steady, %v busy", busy)
	}
}

func TestLittlesLawHoldsWhateverTheOrder(t *testing.T) {
	for _, newest := range []bool{false, true} {
		visits := at(0.9, 5, 100_000).Visit(&queue.Station{Servers: 5, Places: queue.Endless, NewestFirst: newest})
		near(t, queue.Rate(visits)*queue.MeanStay(visits).Seconds(), queue.MeanInside(visits, 10*time.Millisecond), 0.01, "newest first: %v", newest)
	}
}

func TestWhoIsNoLongerWantedIsSentHome(t *testing.T) {
	station := &queue.Station{Servers: 1, Places: queue.Endless, StillWanted: func(guest queue.Visit) bool {
		return guest.Began-guest.Came < work
	}}
	crowd := queue.Crowd{Guests: 4, Gap: queue.Steady(time.Millisecond), Work: queue.Steady(work)}
	visits := crowd.Visit(station)
	assert.Equal(t, []queue.Fate{queue.Served, queue.Served, queue.SentHome, queue.SentHome},
		[]queue.Fate{visits[0].Fate, visits[1].Fate, visits[2].Fate, visits[3].Fate})
	assert.Equal(t, 2*work+time.Millisecond, visits[1].Left)
	assert.Equal(t, visits[1].Left, visits[3].Left)
	assert.Zero(t, station.Inside())
}

func TestTheSameCrowdComesEachTime(t *testing.T) {
	crowd := at(0.8, 2, 1000)
	first := crowd.Visit(&queue.Station{Servers: 2, Places: queue.Endless})
	again := crowd.Visit(&queue.Station{Servers: 1, Places: 0})
	for i := range first {
		assert.Equal(t, first[i].Came, again[i].Came)
		assert.Equal(t, first[i].Work, again[i].Work)
	}
}

func TestWhatIsDueTogetherHappensInTheOrderInWhichItWasNoted(t *testing.T) {
	var clock queue.Clock
	var happened []int
	for i := range 20 {
		clock.After(time.Second*time.Duration(i%2), func() { happened = append(happened, i) })
	}
	clock.Run()
	assert.Equal(t, []int{0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}, happened)
	assert.Equal(t, time.Second, clock.Now())
}

func TestAnAnswerIsOneInTime(t *testing.T) {
	assert.True(t, queue.Visit{Came: work, Left: 2 * work}.Answered(work))
	assert.False(t, queue.Visit{Came: work, Left: 2*work + 1}.Answered(work))
	assert.False(t, queue.Visit{Came: work, Left: work, Fate: queue.TurnedAway}.Answered(work), "a no comes soon, and is no answer")
}
