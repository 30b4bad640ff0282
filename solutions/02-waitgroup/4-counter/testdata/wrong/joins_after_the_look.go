// Wait looks at the counter under the lock, and makes the channel it waits for under the
// lock, but not under the same one.
//
// The last Done comes in between. It finds no channel to close, and the one that is made
// then is closed by nobody.
//
// Fails: TestFMayCallGoItself TestGoCountsBeforeItStarts TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestTwoMayBeDoneAtTheSameMoment TestWaitMissesNoDone
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
	if wg.n == 0 {
		wg.mu.Unlock()
		return
	}
	wg.mu.Unlock()
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
