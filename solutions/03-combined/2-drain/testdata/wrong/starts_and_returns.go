// Do starts f and does not wait for it.
//
// Do returns nil when f has hardly begun. Drain does wait for it; whoever called
// Do does not know that anything is still running.
//
// Fails: TestACallInsideACallIsLetIn TestACallInsideAnotherIsRefusedToo TestAGuestWhoPanicsHasLeft TestAPanicGoesOnToTheCaller TestAnOpenGateLetsEverybodyIn TestDrainGivesUpWhenItsCtxEnds TestGoexitEndsTheCallersGoroutine TestTheFunctionRunsInTheCallersGoroutine TestTwoGatesShareNothing
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.Mutex
	inside int
	empty  chan struct{} // nil while the gate is open
}

func (g *Gate) Do(f func()) error {
	if !g.enter() {
		return ErrDraining
	}
	go func() {
		defer g.leave()
		f()
	}()
	return nil
}

func (g *Gate) enter() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.empty != nil {
		return false
	}
	g.inside++
	return true
}

func (g *Gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.inside--
	if g.inside == 0 && g.empty != nil {
		close(g.empty)
	}
}

func (g *Gate) shut() chan struct{} {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.empty == nil {
		g.empty = make(chan struct{})
		if g.inside == 0 {
			close(g.empty)
		}
	}
	return g.empty
}

func (g *Gate) Drain(ctx context.Context) error {
	select {
	case <-g.shut():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
