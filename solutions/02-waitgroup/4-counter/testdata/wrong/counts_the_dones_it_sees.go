// Wait remembers the counter and counts as many Dones.
//
// Whoever comes while somebody waits is not in that number. Three guests, one more comes,
// three leave: Ada goes, and one guest is still there.
//
// Fails: TestFMayCallGoItself TestTheCounterGoesUpAndDownInAnySteps
package counter

import "sync"

type WaitGroup struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	dones int // ever
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
	if delta < 0 {
		wg.dones -= delta
		wg.cond.Broadcast()
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.lock()
	defer wg.mu.Unlock()
	for enough := wg.dones + wg.n; wg.dones < enough; {
		wg.cond.Wait()
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
