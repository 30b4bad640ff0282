// Whoever is woken believes that everybody has left.
//
// Wait returns because somebody called, and that may have been about something
// else: another operator's ctx has ended, one guest of many has left. Look
// again, in a loop.
//
// Fails: TestAGuestWhoCallsGoexitHasLeft TestAGuestWhoPanicsHasLeft TestDrainGivesUpWhenItsCtxEnds TestDrainWaitsForTheLastOne TestNobodyIsInsideOnceDrainHasReturned TestSeveralCanDrainAtOnce
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu      sync.Mutex
	changed sync.Cond
	inside  int
	closed  bool
}

func (g *Gate) Do(f func()) error {
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return ErrDraining
	}
	g.inside++
	g.mu.Unlock()
	defer func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.inside--
		g.changed.Broadcast()
	}()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
	g.changed.L = &g.mu
	defer context.AfterFunc(ctx, func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.changed.Broadcast()
	})()
	if g.inside > 0 && ctx.Err() == nil {
		g.changed.Wait()
	}
	return ctx.Err()
}
