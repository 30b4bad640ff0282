// Wait looks at the counter, lets the lock go, and takes it again to fall asleep.
//
// In between the last Done may come and call Broadcast. Ada is not asleep yet, so the call
// does not reach her, and there will be no other.
//
// Fails: TestFMayCallGoItself TestGoCountsBeforeItStarts TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestTwoMayBeDoneAtTheSameMoment TestWaitMissesNoDone
package counter

import "sync"

type WaitGroup struct {
	mu   sync.Mutex
	cond *sync.Cond
	n    int
}

func (wg *WaitGroup) lock() {
	wg.mu.Lock()
	if wg.cond == nil {
		wg.cond = sync.NewCond(&wg.mu)
	}
}

func (wg *WaitGroup) Add(delta int) {
	wg.lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 {
		wg.cond.Broadcast()
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	for !wg.isZero() {
		wg.lock()
		wg.cond.Wait()
		wg.mu.Unlock()
	}
}

func (wg *WaitGroup) isZero() bool {
	wg.lock()
	defer wg.mu.Unlock()
	return wg.n == 0
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
