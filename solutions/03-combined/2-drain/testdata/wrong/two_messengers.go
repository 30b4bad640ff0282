// Two goroutines wait, one for the guests and one for ctx, and one news is read.
//
// The channel has room for both, so nobody is stuck in a send. But the one who
// waits for ctx waits for it when all have long left. A select waits for two
// things at once, and stops waiting for the other.
//
// Fails: TestNobodyWaitsForACtxOnceAllHaveLeft
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
	result := make(chan error, 2)
	go func() {
		g.inside.Wait()
		result <- nil
	}()
	go func() {
		<-ctx.Done()
		result <- ctx.Err()
	}()
	return <-result
}
