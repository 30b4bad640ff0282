// Whoever comes first makes the Cond, and two may come first.
//
// Both find nil, both make one, and whoever sleeps on the one that lost is never woken. And
// it is a data race.
//
// Fails: race
package counter

import "sync"

type WaitGroup struct {
	mu   sync.Mutex
	cond *sync.Cond
	n    int
}

func (wg *WaitGroup) lock() {
	if wg.cond == nil {
		wg.cond = sync.NewCond(&wg.mu)
	}
	wg.mu.Lock()
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
