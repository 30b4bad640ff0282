package queue_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"example.com/backpressure/internal/queue"
)

// A crowd that is spread at random over stations is a random crowd at each of
// them; and the better of two is as good as Mitzenmacher and Vvedenskaya computed
// for many stations: the sum of busy^(2^i - 2), in units of the work.
func TestFleetsAgreeWithWhatIsComputed(t *testing.T) {
	const busy, stations = 0.9, 50
	stay := func(pick queue.Picker) float64 {
		fleet := queue.NewFleet(stations, queue.Station{Servers: 1, Places: queue.Endless}, pick)
		return queue.MeanStay(at(busy, stations, 200_000).Visit(fleet)).Seconds() / work.Seconds()
	}
	ofTwo := 0.0
	for i := range 8 {
		ofTwo += math.Pow(busy, math.Pow(2, float64(i+1))-2)
	}
	near(t, queue.MeanStayOfOne(busy, 1), stay(queue.AnyOne), 0.08, "any one")
	near(t, ofTwo, stay(queue.BetterOfTwo), 0.08, "the better of two")
	assert.Less(t, stay(queue.BestOfAll), ofTwo)
}

func TestPickersPickWhatTheySay(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 1))
	picked := make(map[int]int)
	for range 1000 {
		picked[queue.BestOfAll(chance, []int{3, 1, 2, 1})]++
		assert.Equal(t, 1, queue.BetterOfTwo(chance, []int{9, 1}))
		assert.NotEqual(t, 1, queue.BetterOfTwo(chance, []int{2, 9, 2}), "there is always a better one than the worst")
	}
	assert.Len(t, picked, 2)
	assert.InDelta(t, 500, picked[1], 100)
}

// A station that takes an hour for each guest answers nobody, and a client with
// three tries makes three.
func TestAClientTriesAgainAndGivesUp(t *testing.T) {
	station := &queue.Station{Servers: 1000}
	crowd := queue.Crowd{Guests: 10, Gap: queue.Steady(time.Second), Work: queue.Steady(time.Hour)}
	asked := 0
	counting := queue.NewFleet(2, *station, func(*rand.Rand, []int) int { asked++; return 0 })
	visits := crowd.Visit(&queue.Client{Door: counting, Patience: time.Second, Tries: 3, Pause: queue.Steady(time.Minute)})
	assert.Equal(t, 30, asked)
	for _, v := range visits {
		assert.Equal(t, queue.GaveUp, v.Fate)
		assert.Equal(t, 3*time.Second+2*time.Minute, v.Stay())
	}
}

func TestABudgetBoundsTheRepetitions(t *testing.T) {
	asked := 0
	away := queue.NewFleet(2, queue.Station{}, func(*rand.Rand, []int) int { asked++; return 0 }) // turns all away
	crowd := queue.Crowd{Guests: 1000, Gap: queue.Steady(time.Second), Work: queue.Steady(work)}
	visits := crowd.Visit(&queue.Client{Door: away, Patience: time.Second, Tries: 3, Budget: &queue.Budget{Share: 0.125, Most: 10}})
	assert.Equal(t, 1125, asked)
	assert.Equal(t, 1.0, queue.Share(visits, turnedAway))
}

// An answer that comes in time is the guest's, and the late one is nobody's.
func TestAnAnswerInTimeCounts(t *testing.T) {
	for patience, fate := range map[time.Duration]queue.Fate{work + 1: queue.Served, work - 1: queue.GaveUp} {
		crowd := queue.Crowd{Guests: 1, Gap: queue.Steady(0), Work: queue.Steady(work)}
		visits := crowd.Visit(&queue.Client{Door: &queue.Station{Servers: 1}, Patience: patience, Tries: 1})
		assert.Equal(t, fate, visits[0].Fate)
		assert.Equal(t, min(work, patience), visits[0].Stay())
	}
}

// Guests come every millisecond and stay; the news are ten milliseconds old at
// most.
func TestTheBalancerHearsNewsWhenTheyAreDue(t *testing.T) {
	var told []int
	fleet := queue.NewFleet(2, queue.Station{Servers: 100}, func(_ *rand.Rand, inside []int) int {
		told = append(told, inside[0])
		return 0
	})
	fleet.Age = 10 * time.Millisecond
	queue.Crowd{Guests: 25, Gap: queue.Steady(time.Millisecond), Work: queue.Steady(time.Hour)}.Visit(fleet)
	for i, n := range told {
		assert.Equal(t, i/10*10, n, "guest %d", i+1)
	}
}
