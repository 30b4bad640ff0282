// Wait reads which channel it waits for when it has let go of the lock.
//
// Between the two, Done may come: it closes the channel and forgets it, and the
// receive is then from a nil channel, for ever. Or the next round has begun, and the
// channel is the wrong one.
//
// Fails: race
package counter

import "sync"

// A WaitGroup is a counter that goroutines can wait for. Its zero value is ready
// to use. It is safe for concurrent use, and can be used again when every Wait has
// returned.
type WaitGroup struct {
	mu sync.Mutex // guards what follows
	n  int
	// zero is closed when n becomes zero. It is made by the first to wait, and
	// forgotten when it is closed: a channel can't be opened again.
	zero chan struct{}
}

// Add adds delta to the counter. When that makes zero, every Wait is released. It
// panics when the counter becomes negative.
func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 && wg.zero != nil {
		close(wg.zero)
		wg.zero = nil
	}
}

// Done takes one off the counter.
func (wg *WaitGroup) Done() {
	wg.Add(-1)
}

// Wait returns when the counter is zero.
func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	if wg.n == 0 {
		wg.mu.Unlock()
		return
	}
	if wg.zero == nil {
		wg.zero = make(chan struct{})
	}
	wg.mu.Unlock()
	<-wg.zero
}

// Go calls f in a goroutine of its own, and counts it.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1) // here and not in the goroutine: a Wait may come before that runs
	go func() {
		defer wg.Done() // however f ends
		f()
	}()
}
