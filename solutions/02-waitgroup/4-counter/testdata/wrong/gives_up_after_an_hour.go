// Wait returns after an hour, whatever the counter says.
//
// Whoever comes back from Wait believes that all the others are done. A wait with a time
// limit has to say which of the two it was.
//
// Fails: TestAYearOfWaitingCostsNothing
package counter

import (
	"sync"
	"time"
)

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
	select {
	case <-zero:
	case <-time.After(time.Hour):
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
