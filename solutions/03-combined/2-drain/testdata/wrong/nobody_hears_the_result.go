// The goroutine that waits sends its result, and nobody may be there to hear it.
//
// When ctx ends first, nobody receives any more, and the goroutine stays in its
// send for ever, long after the last guest has gone. Close the channel instead,
// or give it room for one.
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
	closed bool
	inside sync.WaitGroup
}

func (g *Gate) Do(f func()) error {
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return ErrDraining
	}
	g.inside.Add(1)
	g.mu.Unlock()
	defer g.inside.Done()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	g.mu.Lock()
	g.closed = true
	g.mu.Unlock()
	empty := make(chan struct{})
	go func() {
		g.inside.Wait()
		empty <- struct{}{}
	}()
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
