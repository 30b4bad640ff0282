// Add uses sync/atomic, and Wait reads the same number without.
//
// A number is atomic when everybody who touches it uses it so. One plain read beside an
// atomic write is a data race.
//
// Fails: race
package counter

import (
	"sync"
	"sync/atomic"
)

type WaitGroup struct {
	n    int64
	mu   sync.Mutex
	zero chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	n := atomic.AddInt64(&wg.n, int64(delta))
	if n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if n == 0 && wg.zero != nil {
		close(wg.zero)
		wg.zero = nil
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	if wg.n == 0 {
		return
	}
	wg.mu.Lock()
	if atomic.LoadInt64(&wg.n) == 0 {
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
