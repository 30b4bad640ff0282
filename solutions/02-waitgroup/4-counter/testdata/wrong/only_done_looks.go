// Done looks whether it may take one off, and Add looks at nothing.
//
// Add takes negative deltas, too. The look belongs where the counter changes.
//
// Fails: TestACounterBelowZeroPanics TestASumBelowZeroPanics
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
	if wg.n <= 0 && wg.zero != nil {
		close(wg.zero)
		wg.zero = nil
	}
}

func (wg *WaitGroup) Done() {
	wg.mu.Lock()
	n := wg.n
	wg.mu.Unlock()
	if n <= 0 {
		panic("counter: negative WaitGroup counter")
	}
	wg.Add(-1)
}

func (wg *WaitGroup) Wait() {
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
