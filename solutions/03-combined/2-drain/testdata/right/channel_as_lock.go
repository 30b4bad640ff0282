// A channel with one element is the lock and holds what it guards: whoever has
// received the books may read and change them, and sends them back.
package drain

import (
	"context"
	"errors"
	"sync"
)

var ErrDraining = errors.New("the gate is closed")

type books struct {
	inside int
	closed bool
	wait   []chan<- bool // one for each Drain that waits
}

type Gate struct {
	once sync.Once
	desk chan books
}

func (g *Gate) take() books {
	g.once.Do(func() {
		g.desk = make(chan books, 1)
		g.desk <- books{}
	})
	return <-g.desk
}

func (g *Gate) Do(f func()) error {
	b := g.take()
	if b.closed {
		g.desk <- b
		return ErrDraining
	}
	b.inside++
	g.desk <- b
	defer func() {
		b := <-g.desk
		if b.inside--; b.inside == 0 {
			for _, w := range b.wait {
				w <- true // has room: nobody waits here
			}
			b.wait = nil
		}
		g.desk <- b
	}()
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) error {
	empty := make(chan bool, 1)
	b := g.take()
	b.closed = true
	if b.inside == 0 {
		empty <- true
	} else {
		b.wait = append(b.wait, empty)
	}
	g.desk <- b
	select {
	case <-empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
