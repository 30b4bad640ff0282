// Go starts the goroutine first and counts then.
//
// When f is quick, its Done comes before the Add, and the counter is below zero. A count
// belongs before the thing that it counts.
//
// Fails: TestFMayCallGoItself TestGoCountsBeforeItStarts TestGoexitCountsDownToo
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
	if wg.zero == nil {
		wg.zero = make(chan struct{})
	}
	zero := wg.zero
	wg.mu.Unlock()
	<-zero
}

func (wg *WaitGroup) Go(f func()) {
	go func() {
		defer wg.Done()
		f()
	}()
	wg.Add(1)
}
