// Package drain closes a gate at closing time: nobody gets in any more, and
// whoever is inside is waited for.
//
// The gate below never closes, and waits without end. Mend both.
package drain

import (
	"context"
	"errors"
	"sync"
)

// ErrDraining is what a caller hears who comes after closing time. The text is
// yours to change.
var ErrDraining = errors.New("the gate is closed")

// A Gate is open at first, and closed for ever once Drain has been called. The
// zero value is an open gate. Its methods may be called by many goroutines at
// the same time, and two gates share nothing.
//
// A gate has no goroutine of its own. One that Drain starts may stay until the
// last f has ended, and not longer, and it sleeps until then. Once nobody is
// inside nothing waits any more, not even for the end of a ctx.
type Gate struct {
	inside sync.WaitGroup
}

// Do calls f and returns nil. After closing time it returns ErrDraining (or an
// error that wraps it) at once, without waiting for anybody, and never calls f.
//
//   - It calls f once, in the goroutine of the caller, and returns when f has.
//   - An open gate lets everybody in, however many are inside. f may call Do
//     itself; that is one more call, for which the same holds.
//   - Closing time begins when Drain is called, and never ends, whatever Drain
//     returns. It holds inside too: when f calls Do after closing time, that
//     call is refused, and f goes on.
//   - A call that comes in the moment in which Drain is called either gets in,
//     and Drain waits for it, or is refused. There is no third way: nothing runs
//     once Drain has returned nil.
//   - A panic in f goes on to the caller of Do with the same value, and
//     runtime.Goexit in f ends the caller's goroutine. Both are ways of leaving.
//   - A call that is refused changes nothing for anybody else.
func (g *Gate) Do(f func()) error {
	g.inside.Add(1)
	defer g.inside.Done()
	f()
	return nil
}

// Drain closes the gate and waits until every f that got in has ended. Then it
// returns nil.
//
//   - It returns at once when the last f has ended, not at the next of a number
//     of looks; and at once when nobody is inside. While it waits it sleeps, and
//     does not wake up to look, however seldom.
//   - It waits for every f, however it ends: when it returns, when it panics,
//     and when it calls runtime.Goexit.
//   - When ctx ends first, Drain returns ctx.Err() itself, at once. Those who
//     are inside go on, and the gate stays closed. A ctx that has ended before
//     the call is no exception: the gate is closed when Drain returns.
//   - When ctx ends in the moment in which the last f does, and when it has
//     ended and nobody is inside, both nil and ctx.Err() are right.
//   - It may be called again, and by several at once. Each call waits for all
//     who are still inside, as long as its own ctx lets it.
func (g *Gate) Drain(ctx context.Context) error {
	g.inside.Wait()
	return nil
}
