// Every Wait makes a new Cond, and the old one is forgotten.
//
// Ada sleeps on the first Cond and Ben on the second, and Broadcast is called on the second
// alone. All who wait for the same thing must wait on the same thing.
//
// Fails: TestAsManyAsLikeMayWait TestEverybodyWhoWaitsIsReleased TestWaitIsOverTheMomentTheCounterIsZero TestWaitMissesNoDone
package counter

import "sync"

type WaitGroup struct {
	mu   sync.Mutex
	cond *sync.Cond
	n    int
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 && wg.cond != nil {
		wg.cond.Broadcast()
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	cond := sync.NewCond(&wg.mu)
	wg.cond = cond
	for wg.n > 0 {
		cond.Wait()
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
