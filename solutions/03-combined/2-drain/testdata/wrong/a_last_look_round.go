// The last guest sets a timer, which tells a minute later that all have left.
//
// The line in the log shows that the evening ended well. But a gate that is done
// with should be done: the timer keeps it for another minute, and speaks into
// whatever the program does by then. Say it at once, or let the one who called
// Drain say it.
//
// Fails: TestDrainSleepsUntilTheLastOneLeaves TestNobodyWaitsForACtxOnceAllHaveLeft
package drain

import (
	"context"
	"errors"
	"log"
	"sync"
	"time"
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
	defer g.leave()
	f()
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
		time.AfterFunc(time.Minute, func() { log.Print("drain: nobody inside for a minute") })
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
