// Wait waits for the moment in which the counter becomes zero, though it is zero already.
//
// That moment is over, and perhaps there will be no other. Look first, and wait then.
//
// Fails: TestACounterBelowZeroPanics TestFMayCallGoItself TestGoCountsBeforeItStarts TestGoexitCountsDownToo TestItCanBeUsedAgain TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestTwoMayBeDoneAtTheSameMoment TestTwoWaitGroupsShareNothing TestWaitMissesNoDone TestWaitReturnsAtOnceWhenTheCounterIsZero
package counter

import "sync"

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
	wg.mu.Lock()
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
