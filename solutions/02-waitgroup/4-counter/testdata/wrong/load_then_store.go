// The counter is atomic, and Add reads it, adds, and writes it back.
//
// Each of the two is atomic, and together they are not: two who come at the same moment
// read the same number, and one of them is not counted.
//
// Fails: TestFMayCallGoItself TestNoCountIsLost TestTwoMayBeDoneAtTheSameMoment
package counter

import (
	"sync"
	"sync/atomic"
)

type WaitGroup struct {
	n    atomic.Int64
	mu   sync.Mutex
	zero chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	n := wg.n.Load() + int64(delta)
	if n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	wg.n.Store(n)
	wg.mu.Lock()
	defer wg.mu.Unlock()
	if wg.n.Load() == 0 && wg.zero != nil {
		close(wg.zero)
		wg.zero = nil
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	if wg.n.Load() == 0 {
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
