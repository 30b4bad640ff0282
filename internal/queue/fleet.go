package queue

import (
	"math/rand/v2"
	"time"
)

// A Fleet is stations of one kind behind a balancer, which sends each guest to
// one of them. Its balancer knows how many guests are inside each station, or
// knew it a while ago.
type Fleet struct {
	Pick Picker

	// Age is how old the balancer's news get before it hears new ones. 0: it
	// always knows.
	Age time.Duration

	stations []*Station
	clock    *Clock
	chance   *rand.Rand
	news     []int         // how many were inside each station
	due      time.Duration // when there are new ones
}

// NewFleet returns so many stations like the given one, and a balancer that
// always knows.
func NewFleet(stations int, like Station, pick Picker) *Fleet {
	f := &Fleet{Pick: pick, news: make([]int, stations)}
	for range stations {
		station := like
		f.stations = append(f.stations, &station)
	}
	return f
}

func (f *Fleet) open(clock *Clock) {
	f.clock, f.chance = clock, rand.New(rand.NewPCG(3, 3))
	for _, s := range f.stations {
		s.open(clock)
	}
}

func (f *Fleet) enter(work time.Duration, done func(Visit)) {
	if now := f.clock.Now(); now >= f.due {
		for i, s := range f.stations {
			f.news[i] = s.Inside()
		}
		f.due = now + f.Age
	}
	f.stations[f.Pick(f.chance, f.news)].enter(work, done)
}

// A Picker says which of several stations gets the next guest, given how many are
// said to be inside each.
type Picker func(chance *rand.Rand, inside []int) int

// AnyOne picks a station at random.
func AnyOne(chance *rand.Rand, inside []int) int { return chance.IntN(len(inside)) }

// BetterOfTwo picks two stations at random, and of these the one with fewer
// guests. There are at least two.
func BetterOfTwo(chance *rand.Rand, inside []int) int {
	a, b := chance.IntN(len(inside)), chance.IntN(len(inside)-1)
	if b >= a {
		b++ // another one than a
	}
	if inside[b] < inside[a] {
		return b
	}
	return a
}

// BestOfAll picks the station with the fewest guests, and at random when several
// have as few.
func BestOfAll(chance *rand.Rand, inside []int) int {
	best, equals := 0, 1
	for i := 1; i < len(inside); i++ {
		switch {
		case inside[i] < inside[best]:
			best, equals = i, 1
		case inside[i] == inside[best]:
			equals++
			if chance.IntN(equals) == 0 {
				best = i
			}
		}
	}
	return best
}
