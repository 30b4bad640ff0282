// A sync.Cond, which is given its lock by the first who comes: the zero value has none.
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
