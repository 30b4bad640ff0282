// The counter above zero is a writer, and whoever waits is a reader: all of them come in
// together when the writer goes.
package counter

import "sync"

type WaitGroup struct {
	mu   sync.Mutex
	n    int
	gate sync.RWMutex
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	before := wg.n
	if wg.n += delta; wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if before == 0 && wg.n > 0 {
		wg.gate.Lock()
	}
	if before > 0 && wg.n == 0 {
		wg.gate.Unlock()
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.gate.RLock()
	defer wg.gate.RUnlock()
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
