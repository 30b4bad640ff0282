// Who is woken boards, without a look whether there is a seat.
//
// Broadcast wakes everybody in line, and one seat is free. `if` asks once,
// before going to sleep; what is true after waking has to be asked again, with
// `for`.
//
// Fails: TestFirstComeFirstServed TestTwoGuestsMayHaveTheSameCtx TestTheGuestAfterTheLastPlaceIsTurnedAway TestAWaitingGuestCanGiveUp TestAGuestWhoGaveUpTakesNoSeat TestThePlaceOfAGuestWhoGaveUpIsFree TestNobodyOvertakesTheLine TestNoSeatIsLostWhenAGuestGivesUp
package line

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
)

var ErrLineFull = errors.New("line: every seat and every place in line is taken")

type Line struct {
	mu      sync.Mutex
	changed *sync.Cond
	seats   int
	places  int
	aboard  int
	drawn   int
	line    []int // the numbers that the guests in line have drawn
}

func New(seats, places int) *Line {
	if seats < 1 {
		panic(fmt.Sprintf("line: New(%d, %d): a ride needs at least one seat", seats, places))
	}
	if places < 0 {
		panic(fmt.Sprintf("line: New(%d, %d): a line can't have fewer than no places", seats, places))
	}
	l := &Line{seats: seats, places: places}
	l.changed = sync.NewCond(&l.mu)
	return l
}

func (l *Line) Board(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	if l.aboard < l.seats && len(l.line) == 0 {
		l.aboard++
		return nil
	}
	if len(l.line) >= l.places {
		return ErrLineFull
	}
	l.drawn++
	mine := l.drawn
	l.line = append(l.line, mine)

	stop := context.AfterFunc(ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.changed.Broadcast()
	})
	defer stop()

	var err error
	if l.line[0] != mine || l.aboard == l.seats {
		l.changed.Wait()
		err = ctx.Err()
	}
	if err == nil {
		l.aboard++
	}
	l.line = slices.DeleteFunc(l.line, func(n int) bool { return n == mine })
	l.changed.Broadcast() // the line has moved
	return err
}

func (l *Line) Leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.aboard == 0 {
		panic("line: Leave: nobody is aboard")
	}
	l.aboard--
	l.changed.Broadcast()
}
