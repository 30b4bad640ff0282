// Everybody who waits has a channel of his own, which is closed when the counter is zero.
package counter

import (
	"errors"
	"sync"
)

var errNegative = errors.New("counter: negative WaitGroup counter")

type WaitGroup struct {
	mu      sync.Mutex
	n       int
	waiters []chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	if wg.n+delta < 0 {
		panic(errNegative)
	}
	wg.n += delta
	if wg.n > 0 {
		return
	}
	for _, w := range wg.waiters {
		close(w)
	}
	wg.waiters = nil
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	if w := wg.join(); w != nil {
		<-w
	}
}

func (wg *WaitGroup) join() <-chan struct{} {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	if wg.n == 0 {
		return nil
	}
	w := make(chan struct{})
	wg.waiters = append(wg.waiters, w)
	return w
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
