// Whoever is inside holds an RWMutex for reading, and Drain wants to write.
//
// Many read at once, so the open gate is fine. But as soon as a writer waits,
// the next RLock waits too: late guests are not refused, they stand at the lock,
// and an f that calls Do waits for a writer who waits for it.
//
// Fails: TestACallInsideAnotherIsRefusedToo TestAClosedGateRefusesEverybody TestNobodyIsInsideOnceDrainHasReturned TestTheGateStaysClosedWhenDrainHasGivenUp
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	mu     sync.RWMutex
	closed bool
}

func (g *Gate) Do(f func()) error {
	g.mu.RLock()
	defer g.mu.RUnlock()
	if g.closed {
		return ErrDraining
	}
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	empty := make(chan struct{})
	go func() {
		g.mu.Lock()
		g.closed = true
		g.mu.Unlock()
		close(empty)
	}()
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
