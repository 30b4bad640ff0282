// The wake-up call stands in Done, and Add(-2) wakes nobody.
//
// The counter can become zero through any negative delta. The call belongs where the
// counter changes.
//
// Fails: TestTheCounterGoesUpAndDownInAnySteps
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
}

func (wg *WaitGroup) Done() {
	wg.Add(-1)
	wg.lock()
	defer wg.mu.Unlock()
	if wg.n == 0 {
		wg.cond.Broadcast()
	}
}

func (wg *WaitGroup) Wait() {
	wg.lock()
	defer wg.mu.Unlock()
	for wg.n > 0 {
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
