// Wait sleeps first and looks then.
//
// When the counter is zero there is nothing to wait for, and every call costs a
// millisecond all the same.
//
// Fails: TestAYearOfWaitingCostsNothing TestTwoWaitGroupsShareNothing TestWaitIsOverTheMomentTheCounterIsZero TestWaitReturnsAtOnceWhenTheCounterIsZero
package counter

import (
	"sync"
	"time"
)

type WaitGroup struct {
	mu   sync.Mutex
	n    int
	zero chan struct{}
}

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

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	time.Sleep(time.Millisecond)
	wg.mu.Lock()
	if wg.n == 0 {
		wg.mu.Unlock()
		return
	}
	if wg.zero == nil {
		wg.zero = make(chan struct{})
	}
	zero := wg.zero
	wg.mu.Unlock()
	<-zero
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
