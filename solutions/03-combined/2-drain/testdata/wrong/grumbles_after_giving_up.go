// When Drain gives up, a goroutine notes every minute that somebody is inside.
//
// Whoever reads the log should know what keeps the program alive. But it wakes up
// for nothing, once for each Drain that has given up, and the list of them grows
// by the minute. One line when Drain gives up says as much.
//
// Fails: TestDrainSleepsUntilTheLastOneLeaves
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
	empty := g.shut()
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		go grumble(empty)
		return ctx.Err()
	}
}

func grumble(empty <-chan struct{}) {
	for {
		select {
		case <-empty:
			return
		case <-time.After(time.Minute):
			log.Print("drain: has given up, and somebody is inside")
		}
	}
}
