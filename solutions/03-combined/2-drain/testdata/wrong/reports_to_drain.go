// Each guest who leaves after closing time reports to Drain, and waits until it
// listens.
//
// Drain counts the reports. When it has given up nobody listens, and the guests
// can't get out; when two have called it, each hears some of the reports.
//
// Fails: TestDrainCanBeCalledAgain TestDrainGivesUpWhenItsCtxEnds TestDrainSleepsUntilTheLastOneLeaves TestSeveralCanDrainAtOnce TestTheGateStaysClosedWhenDrainHasGivenUp
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
	out    chan struct{} // nil while the gate is open
}

func (g *Gate) Do(f func()) error {
	g.mu.Lock()
	if g.out != nil {
		g.mu.Unlock()
		return ErrDraining
	}
	g.inside++
	g.mu.Unlock()
	defer func() {
		g.mu.Lock()
		g.inside--
		out := g.out
		g.mu.Unlock()
		if out != nil {
			out <- struct{}{}
		}
	}()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	if g.out == nil {
		g.out = make(chan struct{})
	}
	left := g.inside
	g.mu.Unlock()
	for range left {
		select {
		case <-g.out:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
