// Done takes one off, and then looks whether the counter is zero.
//
// Two Dones come at the same moment: both take one off, and then both see zero, and both
// close the channel. An atomic Add returns the sum, so that only one of the two sees it.
//
// Fails: TestFMayCallGoItself TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestNoCountIsLost TestTwoMayBeDoneAtTheSameMoment
package counter

import (
	"sync"
	"sync/atomic"
)

type WaitGroup struct {
	n    atomic.Int64
	mu   sync.Mutex
	zero chan struct{} // of this round, made by whoever raises the counter from zero
}

func (wg *WaitGroup) Add(delta int) {
	if delta > 0 {
		wg.mu.Lock()
		defer wg.mu.Unlock()
		if wg.n.Add(int64(delta)) == int64(delta) {
			wg.zero = make(chan struct{})
		}
		return
	}
	wg.n.Add(int64(delta))
	if n := wg.n.Load(); n < 0 {
		panic("counter: negative WaitGroup counter")
	} else if n > 0 || delta == 0 {
		return
	}
	wg.mu.Lock()
	defer wg.mu.Unlock()
	close(wg.zero)
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	n, zero := wg.n.Load(), wg.zero
	wg.mu.Unlock()
	if n > 0 {
		<-zero
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
