// A goroutine keeps the gate, and never goes home.
//
// It owns the count, so no lock is needed, and answers every question. But a
// gate that is never drained, and one that is, leave a goroutine behind for the
// rest of the program.
//
// Fails: TestACallInsideACallIsLetIn TestACallInsideAnotherIsRefusedToo TestAClosedGateRefusesEverybody TestAGuestWhoCallsGoexitHasLeft TestAGuestWhoPanicsHasLeft TestAPanicGoesOnToTheCaller TestARefusalChangesNothing TestAnOpenGateLetsEverybodyIn TestDrainCanBeCalledAgain TestDrainGivesUpWhenItsCtxEnds TestDrainMissesNobodyWhoLeaves TestDrainReturnsAtOnceWhenNobodyIsInside TestDrainSleepsUntilTheLastOneLeaves TestDrainWaitsForTheLastOne TestGoexitEndsTheCallersGoroutine TestNobodyIsInsideOnceDrainHasReturned TestNobodyIsRefusedAtAnOpenGate TestNobodyWaitsForACtxOnceAllHaveLeft TestSeveralCanDrainAtOnce TestTheFunctionRunsInTheCallersGoroutine TestTheGateStaysClosedWhenDrainHasGivenUp TestTwoGatesShareNothing
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	once        sync.Once
	come, drain chan chan bool
	gone        chan struct{}
}

func (g *Gate) start() {
	g.once.Do(func() {
		g.come, g.drain, g.gone = make(chan chan bool), make(chan chan bool), make(chan struct{})
		go g.keep()
	})
}

func (g *Gate) keep() {
	inside, closed := 0, false
	var wait []chan bool
	for {
		select {
		case answer := <-g.come:
			if !closed {
				inside++
			}
			answer <- !closed
		case w := <-g.drain:
			closed = true
			wait = append(wait, w)
		case <-g.gone:
			inside--
		}
		if closed && inside == 0 {
			for _, w := range wait {
				w <- true
			}
			wait = nil
		}
	}
}

func (g *Gate) Do(f func()) error {
	g.start()
	answer := make(chan bool)
	g.come <- answer
	if !<-answer {
		return ErrDraining
	}
	defer func() { g.gone <- struct{}{} }()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.start()
	empty := make(chan bool, 1)
	g.drain <- empty
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
