// Wait sleeps between two looks at the counter.
//
// It wakes a hundred times a second to find nothing, and when the last Done has come it
// goes on sleeping until the next look. Whoever makes the counter zero should wake it.
//
// Fails: TestAYearOfWaitingCostsNothing TestWaitIsOverTheMomentTheCounterIsZero
package counter

import (
	"sync"
	"time"
)

type WaitGroup struct {
	mu sync.Mutex
	n  int
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	for !wg.isZero() {
		time.Sleep(10 * time.Millisecond)
	}
}

func (wg *WaitGroup) isZero() bool {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	return wg.n == 0
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
