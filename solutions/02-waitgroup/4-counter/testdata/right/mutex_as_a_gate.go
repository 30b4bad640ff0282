// Whoever waits, waits for a mutex, which is locked while the counter is above zero. A
// mutex has no owner in Go: one goroutine may lock it and another unlock it.
package counter

import "sync"

type WaitGroup struct {
	mu   sync.Mutex
	n    int
	gate sync.Mutex
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	before := wg.n
	wg.n += delta
	switch {
	case wg.n < 0:
		panic("counter: negative WaitGroup counter")
	case before == 0 && wg.n > 0:
		wg.gate.Lock()
	case before > 0 && wg.n == 0:
		wg.gate.Unlock()
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.gate.Lock()
	wg.gate.Unlock() // for the next one
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
