package line_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	line "example.com/backpressure/01-backpressure/2-line"
	"example.com/backpressure/internal/schedule"
)

func TestARideNeedsASeat(t *testing.T) {
	for _, seats := range []int{0, -4} {
		text := schedule.Panic(func() { line.New(seats, 3) })
		if assert.NotEmpty(t, text, "somebody built a ride with %d seats; New should panic", seats) {
			assert.Regexp(t, fmt.Sprintf(`(?s)^line.*[^-\d]%d(\D|$)`, seats), text,
				"New(%d, 3) panics, but the text should start with \"line\" and name the %d", seats, seats)
		}
	}
}

func TestALineIsNotShorterThanNoPlaces(t *testing.T) {
	assert.Empty(t, schedule.Panic(func() { line.New(2, 0) }), "a line with no places is fine: nobody waits there")

	for _, places := range []int{-1, -7} {
		text := schedule.Panic(func() { line.New(2, places) })
		if assert.NotEmpty(t, text, "somebody built a line with %d places; New should panic", places) {
			assert.Regexp(t, fmt.Sprintf(`(?s)^line.*[^-\d]%d(\D|$)`, places), text,
				"New(2, %d) panics, but the text should start with \"line\" and name the %d", places, places)
		}
	}
}

func TestEverySeatIsFilled(t *testing.T) {
	for _, places := range []int{0, 3} {
		schedule.Bubble(t, func(t *testing.T) {
			p := open(t, 10, places)
			defer p.close()
			p.fill(10)
		})
	}
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1<<16, 0) // what has 16 bits takes this for 0
		defer p.close()
		p.fill(3)
	})
}

func TestASeatGivenBackIsFreeAtOnce(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 2, 0)
		defer p.close()
		p.fill(2)
		for round := 1; round <= 2; round++ {
			ada := p.newGuest("Ada")
			schedule.Go(t, "Ada", func() {
				p.Leave()
				ada.board(p.Line)
			})
			schedule.Quiesce()
			p.expect(ada, aboard, "round %d: nobody waits, and Ada left one of two seats and came straight back", round)
		}
	})
}

func TestWhoFindsNoSeatWaits(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 2)
		defer p.close()
		p.fill(1)
		ben := p.arrives("Ben")
		p.passes(90 * time.Second)
		p.expect(ben, waiting, "the only seat is taken, there are 2 places in line, and Ben came a minute and a half ago")
		cleo := p.arrives("Cleo")
		p.expect(cleo, waiting, "the only seat is taken, there are 2 places in line, and Ben stands in the first")
	})
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 1<<16)
		defer p.close()
		p.fill(1)
		p.expect(p.arrives("Ben"), waiting, "the only seat is taken, there are %d places in line, and nobody stands there", 1<<16)
	})
}

func TestWhoWaitsSleeps(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		ben := p.arrives("Ben")
		stirs := schedule.Stirs()
		p.expect(ben, waiting, "the only seat is taken, there is a place in line, and nobody has left since Ben came")
		require.False(t, stirs, "nobody left, and Ben, who stands in line, woke up all the same to look for a seat; "+
			"expected him to sleep until somebody wakes him. Who looks now and then loses the turn, and costs time for nothing")
	})
}

func TestLeaveGivesTheSeatToTheLine(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 2)
		defer p.close()
		p.fill(1)
		ben := p.arrives("Ben")
		p.leave()
		p.expect(ben, aboard, "Ben was the only one in line when somebody left")
		p.expect(p.arrives("Cleo"), waiting, "the seat that was given back is Ben's now")
	})
}

func TestThePlaceOfAGuestWhoBoardedIsFree(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		for round := 1; round <= 5; round++ {
			next := p.arrives("the next guest")
			p.expect(next, waiting, "round %d: the seat is taken, and nobody stands in the only place in line", round)
			p.leave()
			p.expect(next, aboard, "round %d: somebody left", round)
		}
	})
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		ben, cleo := p.newGuest("Ben"), p.newGuest("Cleo")
		left := make(chan struct{})
		schedule.Go(t, "Ben, then Cleo", func() {
			ben.board(p.Line)
			<-left // in the middle of Leave the place may still be taken
			cleo.board(p.Line)
		})
		schedule.Quiesce()
		p.Leave()
		close(left)
		schedule.Quiesce()
		p.expect(ben, aboard, "Ben was the only one in line when somebody left")
		p.expect(cleo, waiting, "Ben stood in the only place in line and got a seat; Cleo came when his Board and the Leave had returned")
	})
}

func TestFirstComeFirstServed(t *testing.T) {
	const guests = 30
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 2, guests)
		defer p.close()
		p.fill(2)
		var inLine []*guest
		for i := 1; i <= guests; i++ {
			inLine = append(inLine, p.arrives(fmt.Sprintf("number %d in line", i)))
		}
		for served := 1; served <= guests; served++ {
			p.leave()
			for i, g := range inLine {
				want := waiting
				if i < served {
					want = aboard
				}
				p.expect(g, want, "%d guests came one after the other; seats given back since: %d", guests, served)
			}
		}
	})
}

func TestTwoGuestsMayHaveTheSameCtx(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 2)
		defer p.close()
		p.fill(1)
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		const story = "Ben and Cleo came one after the other, with the same ctx, %v"
		for _, ctx := range []context.Context{context.Background(), ctx} {
			ben, cleo := p.arrivesWith(ctx, "Ben"), p.arrivesWith(ctx, "Cleo")
			p.expect(ben, waiting, story+"; the seat was taken, and both places in line were free", ctx)
			p.expect(cleo, waiting, story+"; the seat was taken, and both places in line were free", ctx)
			p.leave()
			p.expect(ben, aboard, story+", and then somebody left", ctx)
			p.expect(cleo, waiting, story+", and then somebody left", ctx)
			p.leave()
			p.expect(cleo, aboard, story+", and then two guests left", ctx)
		}
	})
}

func TestNobodyCanLeaveAnEmptyRide(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		text := schedule.Panic(p.Leave)
		require.NotEmpty(t, text, "a guest left a ride that nobody is on; Leave should panic")
		require.Regexp(t, `^line`, text, "Leave panics, but the text should start with \"line\"")

		const after = "a Leave on the empty ride had panicked, which should change nothing; then"
		p.expect(p.arrives("Ada"), aboard, after+" Ada came to a ride with one seat and one place")
		ben := p.arrives("Ben")
		p.expect(ben, waiting, after+" Ada took the only seat and Ben came")
		require.Empty(t, schedule.Panic(p.Leave), after+" Ada boarded and left, and her Leave panicked")
		schedule.Quiesce()
		p.expect(ben, aboard, after+" Ben waited and Ada left")
		require.Empty(t, schedule.Panic(p.Leave), after+" Ben boarded and left, and his Leave panicked")
		require.NotEmpty(t, schedule.Panic(p.Leave), "two guests boarded and three left; the third Leave should panic")
	})
}

func TestTwoLinesShareNothing(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		carousel, coaster := open(t, 1, 1), open(t, 1, 1)
		defer carousel.close()
		defer coaster.close()
		carousel.fill(1)
		ada := carousel.arrives("Ada")
		carousel.expect(ada, waiting, "the carousel's only seat is taken")

		coaster.expect(coaster.arrives("Ben"), aboard, "the carousel is full; the coaster is empty")
		cleo := coaster.arrives("Cleo")
		coaster.expect(cleo, waiting, "the carousel's line is full; the coaster's is empty")
		coaster.leave()
		coaster.expect(cleo, aboard, "Ada waits at the carousel, Cleo at the coaster, and somebody left the coaster")
		carousel.expect(ada, waiting, "Ada waits at the carousel, Cleo at the coaster, and somebody left the coaster")
	})
}

func TestAGuestAboardKeepsTheSeat(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 2, 2)
		defer p.close()
		p.fill(1)
		ada, ben := p.arrives("Ada"), p.arrives("Ben")
		p.leave()
		p.expect(ada, aboard, "Ada came while a seat was free")
		p.expect(ben, aboard, "Ben waited, and somebody left")

		p.givesUp(ada)
		p.givesUp(ben)
		cleo := p.arrives("Cleo")
		p.expect(cleo, waiting, "Ada and Ben sit on the two seats, and their ctx ended after their Board had returned nil")
		p.leave()
		p.expect(cleo, aboard, "Ada and Ben sit on the two seats, their ctx ended since, and now one of them left")
	})
}

func TestTheGuestAfterTheLastPlaceIsTurnedAway(t *testing.T) {
	for _, size := range []struct{ seats, places int }{{1, 1}, {2, 3}, {3, 0}} {
		schedule.Bubble(t, func(t *testing.T) {
			p := open(t, size.seats, size.places)
			defer p.close()
			p.fill(size.seats)
			what := fmt.Sprintf("a ride with seats for %d and a line with places for %d", size.seats, size.places)
			p.hasPlaces(size.places, what)
			p.hasPlaces(0, what+", all taken")

			// Who was turned away must not have cost anything, and who gets a
			// seat makes room for one more, not for two.
			p.leave()
			if size.places == 0 {
				p.expect(p.arrives("the next guest"), aboard, "%s, somebody left", what)
			} else {
				p.hasPlaces(1, what+", all taken; then somebody left, and the line moved up by one")
			}
			p.hasPlaces(0, what+", all taken again")
		})
	}
}

func TestWhoComesTooLateTakesNothing(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		over, cancel := context.WithCancel(context.Background())
		cancel()

		p.expect(p.arrivesWith(over, "Ada"), gaveUp, "Ada's ctx had ended before she came, and the seat was free")
		p.expect(p.arrives("Ben"), aboard, "a guest came whose ctx had ended; the only seat should still be free for Ben")
		p.expect(p.arrivesWith(over, "Cleo"), gaveUp, "Cleo's ctx had ended before she came, and the place in line was free")
		dan := p.arrives("Dan")
		p.expect(dan, waiting, "a guest came whose ctx had ended; the only place in line should still be free for Dan")
		p.expect(p.arrivesWith(over, "Eve"), gaveUp, "Eve's ctx had ended before she came, and the line was full")
		p.leave()
		p.expect(dan, aboard, "Dan waited, and somebody left")
	})
	for _, way := range waysToEnd {
		schedule.Explore(t, func(t *testing.T) { // a select may do right once by luck
			p := open(t, 1, 1)
			defer p.close()
			ctx, end := way.begin()
			end()
			p.expect(p.arrivesWith(ctx, "Ada"), gaveUp, "Ada came, the seat was free, and before that her ctx %s", way.what)
		})
	}
}

func TestAWaitingGuestCanGiveUp(t *testing.T) {
	for _, way := range waysToEnd {
		schedule.Bubble(t, func(t *testing.T) {
			p := open(t, 1, 1)
			defer p.close()
			p.fill(1)
			ctx, end := way.begin()
			ben := p.arrivesWith(ctx, "Ben")
			end()
			schedule.Quiesce()
			p.expect(ben, gaveUp, "Ben was waiting when his ctx %s", way.what)
		})
	}
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		came := time.Now()
		ben := p.arrivesWith(ctx, "Ben")
		p.passes(10 * time.Second)
		p.expect(ben, gaveUp, "Ben's ctx ended after 5 seconds, and 10 have passed")
		assert.Equal(t, 5*time.Second, ben.answeredAt.Sub(came), "Ben's ctx ended after 5 seconds, and he stood in line for longer or shorter than that")
	})
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 2)
		defer p.close()
		p.fill(1)
		ben, cleo := p.arrives("Ben"), p.arrives("Cleo")
		p.givesUp(cleo)
		p.expect(cleo, gaveUp, "Cleo was waiting behind Ben when her ctx ended")
		p.expect(ben, waiting, "Cleo's ctx ended and Ben's did not")
	})
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		ben := p.comes("Ben")
		schedule.Go(t, "the end of Ben's ctx", ben.end)
		schedule.Quiesce()
		p.expect(ben, gaveUp, "Ben's ctx ended while he was getting in line")
	})
}

func TestAGuestWhoGaveUpTakesNoSeat(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 5)
		defer p.close()
		p.fill(1)
		ben, cleo, dan, eve, fay := p.arrives("Ben"), p.arrives("Cleo"), p.arrives("Dan"), p.arrives("Eve"), p.arrives("Fay")
		p.givesUp(ben)
		p.givesUp(dan)
		p.givesUp(fay)

		const story = "in line were Ben, Cleo, Dan, Eve and Fay, of whom Ben, Dan and Fay gave up; guests who left the ride since: %d"
		p.leave()
		p.expect(cleo, aboard, story, 1)
		p.expect(eve, waiting, story, 1)
		p.leave()
		p.expect(eve, aboard, story, 2)
		p.leave()
		p.expect(p.arrives("Gus"), aboard, story+", and all who wanted a seat have had one", 3)
		for _, g := range []*guest{ben, dan, fay} {
			p.expect(g, gaveUp, story, 3)
		}
	})
}

func TestThePlaceOfAGuestWhoGaveUpIsFree(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 2)
		defer p.close()
		p.fill(1)
		first, second := p.arrives("the first in line"), p.arrives("the second in line")
		for round := 1; round <= 5; round++ {
			// In turn the first and the last in line give up.
			if round%2 == 1 {
				p.givesUp(first)
				first = second
			} else {
				p.givesUp(second)
			}
			second = p.arrives("the next guest")
			p.expect(second, waiting, "round %d: both places were taken, and a guest gave up", round)
			p.expect(p.arrives("one guest more"), turnedAway, "round %d: one guest gave up, and another took the place", round)
		}
	})
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		ben, cleo := p.newGuest("Ben"), p.newGuest("Cleo")
		schedule.Go(t, "Ben, then Cleo", func() {
			ben.board(p.Line)
			cleo.board(p.Line)
		})
		schedule.Quiesce()
		p.givesUp(ben)
		p.expect(cleo, waiting, "Ben stood in the only place in line and gave up; Cleo came when his Board had returned")
	})
}

func TestNoGoroutineIsLeftBehind(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		ctx, _ := newOwnContext() // never ends
		p.expect(p.arrivesWith(ctx, "Ada"), aboard, "nobody was in line, and the seat was free")
		ben := p.arrivesWith(ctx, "Ben")
		p.expect(ben, waiting, "the only seat is taken, and nobody stands in the only place in line")
		p.arrivesWith(ctx, "Cleo") // and is turned away
		p.leave()
		p.expect(ben, aboard, "Ben was the only one in line when somebody left")
	})
}

func TestTheLastSeatGoesToOneGuest(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		ada, ben := p.comes("Ada"), p.comes("Ben")
		schedule.Quiesce()
		first, second := ada, ben
		if ada.answer() != aboard {
			first, second = ben, ada
		}
		p.expect(first, aboard, "Ada and Ben came at once to an empty ride with one seat and one place in line")
		p.expect(second, waiting, "Ada and Ben came at once for the only seat, there is one place in line, and %s has the seat", first.name)
	})
}

func TestNeverMoreGuestsThanSeats(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		schedule.Go(t, "the guest who leaves", p.Leave)
		ada, ben := p.comes("Ada"), p.comes("Ben")
		schedule.Quiesce()
		first, second := ada, ben
		if ada.answer() != aboard {
			first, second = ben, ada
		}
		const story = "Ada and Ben came while the only seat was given back, there is one place in line"
		p.expect(first, aboard, story)
		if second.answer() == turnedAway {
			return // while the other one was still in line
		}
		p.expect(second, waiting, story+", and %s has the seat", first.name)
		p.leave()
		p.expect(second, aboard, story+"; %s got the seat, and has left again", first.name)
	})
}

func TestAFreeSeatIsNeverRefused(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 2, 0)
		defer p.close()
		ada, ben := p.comes("Ada"), p.comes("Ben")
		schedule.Quiesce()
		p.expect(ada, aboard, "Ada and Ben came at once to an empty ride with 2 seats and no line")
		p.expect(ben, aboard, "Ada and Ben came at once to an empty ride with 2 seats and no line")
	})
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 2, 0)
		defer p.close()
		p.fill(1)
		schedule.Go(t, "the guest who leaves", p.Leave)
		ben := p.comes("Ben")
		schedule.Quiesce()
		p.expect(ben, aboard, "of 2 seats one was free, and the guest on the other was about to leave, when Ben came")
	})
}

func TestAGuestWhoComesWhileAnotherLeavesGetsTheSeat(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		schedule.Go(t, "the guest who leaves", p.Leave)
		ben := p.comes("Ben")
		schedule.Quiesce()
		p.expect(ben, aboard, "Ben came while the only seat was given back, the line was empty, and all is quiet now")
	})
}

func TestEveryLeaveServesOneGuest(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 2, 2)
		defer p.close()
		p.fill(2)
		cleo, dan := p.arrives("Cleo"), p.arrives("Dan")
		schedule.Go(t, "Ada", p.Leave)
		schedule.Go(t, "Ben", p.Leave)
		schedule.Quiesce()
		p.expect(cleo, aboard, "Cleo and Dan were waiting when Ada and Ben left, both at once")
		p.expect(dan, aboard, "Cleo and Dan were waiting when Ada and Ben left, both at once")
	})
}

func TestOneGuestCannotLeaveTwice(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 2, 1)
		defer p.close()
		p.fill(1)
		var panics schedule.Gauge
		for _, name := range []string{"first Leave", "second Leave"} {
			schedule.Go(t, name, func() {
				if schedule.Panic(p.Leave) != "" {
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
		p := open(t, 1, 1)
		defer p.close()
		var panics schedule.Gauge
		schedule.Go(t, "a Leave too many", func() {
			if schedule.Panic(p.Leave) != "" {
				panics.Enter()
			}
		})
		ada, ben := p.comes("Ada"), p.comes("Ben")
		schedule.Quiesce()
		if panics.Now() == 1 && ada.answer() == aboard { // otherwise it gave back somebody's seat
			p.expect(ben, waiting, "a Leave panicked because nobody was aboard, and while it did, Ada got the only seat and Ben came too")
		}
	})
}

func TestNobodyOvertakesTheLine(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 2)
		defer p.close()
		p.fill(1)
		ben, ada := p.arrives("Ben"), p.newGuest("Ada")
		schedule.Go(t, "Ada", func() {
			p.Leave()
			ada.board(p.Line)
		})
		schedule.Quiesce()
		p.expect(ben, aboard, "Ben was in line when Ada left the only seat and came straight back to board again")
		p.expect(ada, waiting, "Ben was in line when Ada left the only seat and came straight back to board again")
	})
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 2, 3)
		defer p.close()
		p.fill(2)
		cleo, dan := p.arrives("Cleo"), p.arrives("Dan")
		ada := p.newGuest("Ada")
		schedule.Go(t, "Ben", p.Leave)
		schedule.Go(t, "Ada", func() {
			p.Leave()
			ada.board(p.Line)
		})
		schedule.Quiesce()
		const story = "Cleo and Dan were in line for 2 seats; Ada left and came straight back, and Ben left too"
		p.expect(cleo, aboard, story)
		p.expect(dan, aboard, story)
		p.expect(ada, waiting, story)
	})
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 3)
		defer p.close()
		p.fill(1)
		ben, cleo := p.arrives("Ben"), p.arrives("Cleo")
		ada := p.newGuest("Ada")
		schedule.Go(t, "Ada", func() {
			ben.end()
			p.Leave()
			ada.board(p.Line)
		})
		schedule.Quiesce()
		const story = "Ben and Cleo were in line; Ben's ctx ended, and Ada left the only seat and came straight back to board again. Ben %s"
		p.expect(ada, waiting, story, ben.answer())
		if ben.answer() != aboard {
			p.expect(cleo, aboard, story, ben.answer())
		}
	})
}

func TestNoSeatIsLostWhenAGuestGivesUp(t *testing.T) {
	const story = "Ben was first in line; his ctx ended while somebody left the only seat, and Ben %s. "
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 2)
		defer p.close()
		p.fill(1)
		ben, cleo := p.arrives("Ben"), p.arrives("Cleo")
		schedule.Go(t, "the guest who leaves", p.Leave)
		schedule.Go(t, "the end of Ben's ctx", ben.end)
		schedule.Quiesce()
		if ben.answer() == aboard {
			p.expect(cleo, waiting, story+"Cleo was second", ben.answer())
			p.leave()
			p.expect(cleo, aboard, story+"Cleo was second, and then Ben left too", ben.answer())
		} else {
			p.expect(ben, gaveUp, "Ben's ctx ended while somebody left the only seat")
			p.expect(cleo, aboard, story+"Cleo was second", ben.answer())
		}
	})
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 2)
		defer p.close()
		p.fill(1)
		ben, cleo := p.arrives("Ben"), p.arrives("Cleo")
		schedule.Go(t, "the guest who leaves", p.Leave)
		schedule.Go(t, "the end of both their ctx", func() {
			ben.end()
			cleo.end()
		})
		schedule.Quiesce()
		want := aboard
		if ben.answer() == aboard || cleo.answer() == aboard {
			want = waiting
		}
		p.expect(p.arrives("Dan"), want, story+"So did Cleo's behind him, and Cleo %s. Then Dan came", ben.answer(), cleo.answer())
	})
}

func TestNeverMoreGuestsInLineThanPlaces(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		ben, cleo := p.comes("Ben"), p.comes("Cleo")
		schedule.Quiesce()
		first, second := ben, cleo
		if ben.answer() == turnedAway {
			first, second = cleo, ben
		}
		p.expect(first, waiting, "Ben and Cleo came at once, and there was one place in line")
		p.expect(second, turnedAway, "Ben and Cleo came at once, there was one place in line, and %s %s", first.name, first.answer())
	})
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		ben := p.arrives("Ben")
		schedule.Go(t, "the guest who leaves", p.Leave)
		schedule.Go(t, "the end of Ben's ctx", ben.end)
		schedule.Quiesce()
		if ben.answer() != aboard {
			p.fill(1)
		}
		p.hasPlaces(1, "the only one in line gave up while somebody left the only seat, which is taken again")
		p.hasPlaces(0, "the only place in line is taken")
	})
	schedule.Explore(t, func(t *testing.T) {
		p := open(t, 1, 1)
		defer p.close()
		p.fill(1)
		ben := p.arrives("Ben")
		schedule.Go(t, "the end of Ben's ctx", ben.end)
		cleo := p.comes("Cleo")
		schedule.Quiesce()
		if cleo.answer() == turnedAway {
			p.hasPlaces(1, "the only one in line gave up, and nobody else is in line")
		} else {
			p.expect(cleo, waiting, "Cleo came while the only one in line gave up")
		}
		p.hasPlaces(0, "the only place in line is taken")
	})
}

// A park is one Line and everybody who ever came to it.
type park struct {
	t *testing.T
	*line.Line
	guests []*guest
}

func open(t *testing.T, seats, places int) *park {
	return &park{t: t, Line: line.New(seats, places)}
}

// close sends home whoever still waits, so that a test that has failed does not
// also end in a deadlock. Whoever ignores the end of a ctx is given a seat.
func (p *park) close() {
	for _, g := range p.guests {
		if g.answer() == waiting {
			p.givesUp(g)
		}
	}
	for _, g := range p.guests {
		for range p.guests {
			if g.answer() != waiting || schedule.Panic(p.Leave) != "" {
				break
			}
			schedule.Quiesce()
		}
	}
}

// comes lets a guest call Board in a goroutine of its own.
func (p *park) comes(name string) *guest {
	g := p.newGuest(name)
	schedule.Go(p.t, name, func() { g.board(p.Line) })
	return g
}

// arrives is comes, and returns when the guest has an answer or waits for one.
func (p *park) arrives(name string) *guest {
	g := p.comes(name)
	schedule.Quiesce()
	return g
}

// arrivesWith is arrives, with this very ctx.
func (p *park) arrivesWith(ctx context.Context, name string) *guest {
	g := p.newGuestWith(ctx, func() {}, name)
	schedule.Go(p.t, name, func() { g.board(p.Line) })
	schedule.Quiesce()
	return g
}

// fill lets that many guests board, one after the other.
func (p *park) fill(seats int) {
	p.t.Helper()
	for seat := 1; seat <= seats; seat++ {
		p.expect(p.arrives(fmt.Sprintf("guest %d", seat)), aboard, "nobody was in line, and a seat was free")
	}
}

// hasPlaces checks that so many guests can join the line; for 0, that the next
// one is turned away.
func (p *park) hasPlaces(places int, story string) {
	p.t.Helper()
	for place := 1; place <= places; place++ {
		p.expect(p.arrives(fmt.Sprintf("guest %d in line", place)), waiting, "%s", story)
	}
	if places == 0 {
		for range 2 {
			p.expect(p.arrives("the next guest"), turnedAway, "%s", story)
		}
	}
}

// leave is Leave, and returns when everybody has come to rest.
func (p *park) leave() {
	p.Leave()
	schedule.Quiesce()
}

// passes lets time pass, and returns when everybody has come to rest.
func (p *park) passes(d time.Duration) {
	time.Sleep(d)
	schedule.Quiesce()
}

// givesUp ends the guest's ctx, and returns when everybody has come to rest.
func (p *park) givesUp(g *guest) {
	g.end()
	schedule.Quiesce()
}

// expect ends the test when that is not what the guest got. Only the goroutine
// that runs the body may call it, when everybody has come to rest.
func (p *park) expect(g *guest, want answer, story string, args ...any) {
	p.t.Helper()
	if got := g.answer(); got != want {
		p.t.Fatalf("%s: %s %s; expected %s", fmt.Sprintf(story, args...), g.name, got, expected[want])
	}
}

// A guest calls Board once.
type guest struct {
	name       string
	ctx        context.Context
	end        func() // of ctx
	answered   schedule.Gauge
	err        error     // valid when answered
	answeredAt time.Time // valid when answered
}

func (p *park) newGuest(name string) *guest {
	ctx, end := context.WithCancel(context.Background())
	return p.newGuestWith(ctx, end, name)
}

func (p *park) newGuestWith(ctx context.Context, end func(), name string) *guest {
	g := &guest{name: name, ctx: ctx, end: end}
	p.guests = append(p.guests, g)
	return g
}

func (g *guest) board(l *line.Line) {
	g.err = l.Board(g.ctx)
	g.answeredAt = time.Now()
	g.answered.Enter()
}

// An answer is what became of a guest, as the end of a sentence about them.
type answer string

const (
	waiting    answer = "waits in line"
	aboard     answer = "has a seat"
	turnedAway answer = "got ErrLineFull"
	gaveUp     answer = "got ctx.Err()"
)

// expected says the same as what should have been.
var expected = map[answer]string{
	waiting:    "a place in line",
	aboard:     "a seat",
	turnedAway: "ErrLineFull",
	gaveUp:     "ctx.Err() itself",
}

func (g *guest) answer() answer {
	switch {
	case g.answered.Now() == 0:
		return waiting
	case g.err == nil:
		return aboard
	case errors.Is(g.err, line.ErrLineFull):
		return turnedAway
	case g.err == g.ctx.Err():
		return gaveUp
	default:
		return answer(fmt.Sprintf("got the error %q", g.err))
	}
}

// waysToEnd are ctx of many kinds, each with what ends it.
var waysToEnd = []struct {
	what  string
	begin func() (ctx context.Context, end context.CancelFunc)
}{
	{"was cancelled", func() (context.Context, context.CancelFunc) {
		return context.WithCancel(context.Background())
	}},
	{"was cancelled with a cause, which is not what ctx.Err() returns", func() (context.Context, context.CancelFunc) {
		ctx, cancel := context.WithCancelCause(context.Background())
		return ctx, func() { cancel(errItRains) }
	}},
	{"was cancelled an hour before its deadline", func() (context.Context, context.CancelFunc) {
		return context.WithTimeout(context.Background(), time.Hour)
	}},
	{"ended, which is of a type of the caller's own", newOwnContext},
}

var errItRains = errors.New("it rains")

// An ownContext is a ctx that package context does not know: what is made from
// it, by AfterFunc also, has a goroutine that lives until one of the two ends.
type ownContext struct {
	context.Context
	done chan struct{}
	err  schedule.Gauge
}

func newOwnContext() (context.Context, context.CancelFunc) {
	c := &ownContext{Context: context.Background(), done: make(chan struct{})}
	return c, func() {
		c.err.Enter()
		close(c.done)
	}
}

func (c *ownContext) Done() <-chan struct{} { return c.done }

func (c *ownContext) Err() error {
	if c.err.Now() > 0 {
		return errItRains
	}
	return nil
}
