// One number, as in sync.RWMutex: Do adds one and looks at what came of it; below
// zero the gate is closed, and the call takes back what it added. So the count
// behind a closed gate may reach zero more than once, and only the first time
// counts.
package drain

import (
	"context"
	"errors"
	"math"
	"sync"
	"sync/atomic"
)

var ErrDraining = errors.New("the gate is closed")

const closed = math.MinInt64 / 2

type Gate struct {
	state      atomic.Int64
	shut, tell sync.Once
	empty      chan struct{}
}

func (g *Gate) Do(f func()) error {
	defer g.add(-1)
	if g.add(1) < 0 {
		return ErrDraining
	}
	f()
	return nil
}

func (g *Gate) add(delta int64) int64 {
	n := g.state.Add(delta)
	if n == closed {
		g.tell.Do(func() { close(g.empty) })
	}
	return n
}

func (g *Gate) Drain(ctx context.Context) error {
	g.shut.Do(func() {
		g.empty = make(chan struct{})
		g.add(closed)
	})
	select {
	case <-g.empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
