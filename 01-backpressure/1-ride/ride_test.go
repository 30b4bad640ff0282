package ride_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	ride "example.com/backpressure/01-backpressure/1-ride"
	"example.com/backpressure/internal/schedule"
)

func TestARideNeedsASeat(t *testing.T) {
	for _, seats := range []int{0, -1} {
		text := schedule.Panic(func() { ride.New(seats) })
		if assert.NotEmpty(t, text, "somebody built a ride with %d seats; New should panic", seats) {
			assert.Regexp(t, fmt.Sprintf(`^ride.*%d`, seats), text,
				"New(%d) panics, but the text should start with \"ride\" and name the %d", seats, seats)
		}
	}
}

func TestEverySeatIsFilled(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		fill(t, ride.New(10), 10)
	})
}

func TestTheGuestAfterTheLastSeatIsTurnedAway(t *testing.T) {
	for _, seats := range []int{10, 1} {
		schedule.Bubble(t, func(t *testing.T) {
			r := ride.New(seats)
			fill(t, r, seats)
			for guest := seats + 1; guest <= seats+3; guest++ {
				require.ErrorIs(t, r.Board(), ride.ErrFull,
					"guest %d is on a ride with %s; expected ErrFull", guest, schedule.Count(seats, "seat"))
			}
		})
	}
}

func TestASeatGivenBackIsFreeAtOnce(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		r := ride.New(2)
		fill(t, r, 2)
		_ = r.Board() // turned away: that must not cost a seat either
		for round := 1; round <= 5; round++ {
			r.Leave()
			require.NoError(t, r.Board(),
				"round %d: a guest left, and the next one was turned away from the empty seat", round)
			require.ErrorIs(t, r.Board(), ride.ErrFull,
				"round %d: one guest left and two got on; expected ErrFull for the second", round)
		}
	})
}

func TestNobodyCanLeaveAnEmptyRide(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		r := ride.New(2)
		text := schedule.Panic(r.Leave)
		require.NotEmpty(t, text, "a guest left a ride that nobody is on; Leave should panic")
		assert.Regexp(t, `^ride`, text, "Leave panics, but the text should start with \"ride\"")

		fill(t, r, 2)
		for range 2 {
			require.Empty(t, schedule.Panic(r.Leave),
				"a Leave on the empty ride had panicked; then two guests boarded, and Leave panicked for one of them. "+
					"A panic should change nothing")
		}
		require.NotEmpty(t, schedule.Panic(r.Leave), "two guests boarded and three left; the third Leave should panic")
	})
}

func TestTwoRidesShareNothing(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		coaster, carousel := ride.New(3), ride.New(1)
		fill(t, carousel, 1)
		for guest := 1; guest <= 3; guest++ {
			require.NoError(t, coaster.Board(),
				"the carousel is full, and so guest %d was turned away from the coaster, which has 3 seats", guest)
		}
	})
}

func TestNeverMoreGuestsThanSeats(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		r := ride.New(2)
		fill(t, r, 1) // a guest who stays aboard, so that one seat is left
		var others schedule.Gauge
		for _, guest := range []string{"Ada", "Ben"} {
			schedule.Go(t, guest, func() {
				if r.Board() != nil {
					return
				}
				others.Enter()
				others.Leave()
				r.Leave()
			})
		}
		schedule.Quiesce()
		require.LessOrEqual(t, others.Most(), 1,
			"3 guests were on a ride with 2 seats: one who stayed, and Ada and Ben; Ada or Ben should have got ErrFull")
		fill(t, r, 1) // whoever came, the seat is free again
	})
}

func TestTheLastSeatGoesToOneGuest(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		r := ride.New(1)
		var seated schedule.Gauge
		for _, guest := range []string{"Ada", "Ben"} {
			schedule.Go(t, guest, func() {
				if r.Board() == nil {
					seated.Enter()
				}
			})
		}
		schedule.Quiesce()
		assert.LessOrEqual(t, seated.Now(), 1, "two guests sit on the only seat; one of them should have got ErrFull")
	})
}

func TestAFreeSeatIsNeverRefused(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		r := ride.New(2)
		fill(t, r, 1)
		schedule.Go(t, "the guest who leaves", r.Leave)
		var refused error
		schedule.Go(t, "the guest who boards", func() { refused = r.Board() })
		schedule.Quiesce()
		assert.NoError(t, refused,
			"a ride with 2 seats had one guest, who was about to leave; the next guest was turned away from the other seat")
	})
}

func TestEveryLeaveGivesOneSeatBack(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		r := ride.New(2)
		fill(t, r, 2)
		schedule.Go(t, "Ada", r.Leave)
		schedule.Go(t, "Ben", r.Leave)
		schedule.Quiesce()
		fill(t, r, 2)
	})
}

func TestOneGuestCannotLeaveTwice(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		r := ride.New(2)
		fill(t, r, 1)
		var panics schedule.Gauge
		for _, name := range []string{"first Leave", "second Leave"} {
			schedule.Go(t, name, func() {
				if schedule.Panic(r.Leave) != "" {
					panics.Enter()
				}
			})
		}
		schedule.Quiesce()
		assert.Equal(t, 1, panics.Now(), "one guest was aboard and Leave was called twice at once; expected one of the two to panic")
	})
}

func TestALeaveThatPanicsFreesNoSeat(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		r := ride.New(1)
		var panics, seated schedule.Gauge
		schedule.Go(t, "a Leave too many", func() {
			if schedule.Panic(r.Leave) != "" {
				panics.Enter()
			}
		})
		for _, guest := range []string{"Ada", "Ben"} {
			schedule.Go(t, guest, func() {
				if r.Board() == nil {
					seated.Enter()
				}
			})
		}
		schedule.Quiesce()
		if panics.Now() == 1 { // otherwise it gave back Ada's seat, or Ben's
			assert.LessOrEqual(t, seated.Now(), 1,
				"a Leave panicked because nobody was aboard, and while it did, Ada and Ben both got on a ride with 1 seat; "+
					"a Leave that panics should change nothing, not even for a moment")
		}
	})
}

// fill boards that many guests, one after the other, and ends the test when
// one of them is turned away.
func fill(t *testing.T, r *ride.Ride, guests int) {
	t.Helper()
	for guest := 1; guest <= guests; guest++ {
		require.NoError(t, r.Board(), "guest %d was turned away, and there is still a free seat", guest)
	}
}
