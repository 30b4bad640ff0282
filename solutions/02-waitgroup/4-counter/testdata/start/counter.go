// Package counter is a WaitGroup, built by hand.
//
// The one below is a plain number, and whoever waits looks at it again and
// again. Make waiting cost nothing, and make it end on time.
package counter

import "time"

// A WaitGroup is a counter that goroutines can wait for. Its zero value is ready
// to use, with the counter at zero. Two WaitGroups share nothing, and every
// method may be called by many goroutines at the same time.
//
// When the counter is zero and every Wait has returned, a WaitGroup can be used
// again, at once and as often as you like, and no goroutine of its own is left.
//
// Build it from whatever you like: mutexes, sync.Cond, channels, atomic numbers.
// Only sync.WaitGroup itself is not to be used, in no file of this package.
type WaitGroup struct {
	n int
}

// Add adds delta, which may be negative, to the counter. It does not wait for the
// counter to change. When the counter becomes zero, every Wait that waits is
// released. Add(0) changes nothing.
//
// A counter below zero panics. The panic's value is exactly
// "counter: negative WaitGroup counter", as a string or as an error with that
// text. What the WaitGroup does after that is up to you.
func (wg *WaitGroup) Add(delta int) {
	wg.n += delta
}

// Done takes one off the counter. It is Add(-1).
func (wg *WaitGroup) Done() {
	wg.Add(-1)
}

// Wait returns when the counter is zero.
//
//   - When it is zero now, Wait returns at once.
//   - Otherwise Wait returns neither earlier than the call that makes it zero,
//     nor later: in the same moment, and not at the next look at the clock.
//   - As many as like may wait at the same time. All of them are released.
//   - Waiting costs no CPU, however long it takes. Whoever waits is woken, and
//     looks at nothing in between, neither in a loop nor every now and then.
//   - What a goroutine did before its Done can be seen, without a data race, by
//     whoever comes back from a Wait for it.
//
// Add with a positive delta while somebody waits is fine as long as the counter
// is above zero. To raise it from zero before every Wait has returned is a mistake
// of the caller's, and what happens then is up to you.
func (wg *WaitGroup) Wait() {
	for wg.n > 0 {
		time.Sleep(100 * time.Millisecond)
	}
}

// Go calls f once, in a goroutine of its own, and does not wait for it. It adds
// one to the counter before it starts that goroutine, and takes it off again when
// f has returned, or has ended through runtime.Goexit.
//
// A panic in f ends the program, as in any goroutine, with the panic's text. What
// becomes of the counter then is up to you.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
