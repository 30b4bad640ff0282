// Add(0) closes the channel once more.
//
// After the last guest the counter is zero, and Add(0) finds it zero again. Only the step
// from above to zero is one, and it is made once in a round.
//
// Fails: TestWaitReturnsAtOnceWhenTheCounterIsZero
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
	if wg.n == 0 && delta > 0 {
		wg.zero = make(chan struct{})
	}
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 {
		close(wg.zero)
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	n, zero := wg.n, wg.zero
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
