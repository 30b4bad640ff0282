// A sync.Map as the visitors' book: Do writes itself into it first and looks at
// the gate afterwards, Drain closes the gate and then waits for each entry that
// it finds. Whoever is refused is in the book for a moment, too.
package drain

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

var ErrDraining = errors.New("the gate is closed")

type Gate struct {
	closed atomic.Bool
	book   sync.Map
}

func (g *Gate) Do(f func()) error {
	gone, cancel := context.WithCancel(context.Background())
	defer cancel()
	g.book.Store(gone, true)
	defer g.book.Delete(gone)
	if g.closed.Load() {
		return ErrDraining
	}
	f()
	return nil
}

func (g *Gate) Drain(ctx context.Context) (err error) {
	g.closed.Store(true)
	g.book.Range(func(gone, _ any) bool {
		select {
		case <-gone.(context.Context).Done():
		case <-ctx.Done():
			err = ctx.Err()
		}
		return err == nil
	})
	return err
}
